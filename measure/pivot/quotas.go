package pivot

// AtQuota is both indices of every player at one quota.
type AtQuota struct {
	Share         float64 // of the total weight that a coalition must exceed
	Quota         int     // the same in units
	ShapleyShubik []float64
	Banzhaf       Swings
}

// OverQuotas returns both indices at each share of the total weight. They are
// step functions of the quota: a player can be worth nothing at one and a third
// at the next, so a ranking that does not hold over the range is no ranking.
// One count of coalitions serves all quotas.
func OverQuotas(weights []int, shares []float64) ([]AtQuota, error) {
	quotas := make([]int, len(shares))
	for k, s := range shares {
		quotas[k] = Quota(weights, s)
	}
	orders, err := shapley(weights, quotas)
	if err != nil {
		return nil, err
	}
	swings, err := banzhaf(weights, quotas)
	if err != nil {
		return nil, err
	}
	out := make([]AtQuota, len(shares))
	for k := range out {
		out[k] = AtQuota{shares[k], quotas[k], orders[k], swings[k]}
	}
	return out, nil
}
