package brief

// The kind of a claim is its stable key in JSON; saying it is the voice's part.

func (HoldsUp) kind() string       { return "holds_up" }
func (FailsWhere) kind() string    { return "fails_where" }
func (BuildHome) kind() string     { return "build_home" }
func (NotConclude) kind() string   { return "not_conclude" }
func (Overturn) kind() string      { return "overturn" }
func (Missed) kind() string        { return "missed" }
func (DataAge) kind() string       { return "data_age" }
func (AtWar) kind() string         { return "at_war" }
func (WhoPresses) kind() string    { return "who_presses" }
func (Gaining) kind() string       { return "gaining" }
func (OwnWeight) kind() string     { return "own_weight" }
func (Squeezed) kind() string      { return "squeezed" }
func (OtherRanks) kind() string    { return "other_ranks" }
func (CrisisOdds) kind() string    { return "crisis_odds" }
func (PatronMatters) kind() string { return "patron_matters" }
func (EffortBuys) kind() string    { return "effort_buys" }
func (Strengths) kind() string     { return "strengths" }
func (Shortfalls) kind() string    { return "shortfalls" }
func (Downside) kind() string      { return "downside" }
func (Reversal) kind() string      { return "reversal" }
func (DisputedSigns) kind() string { return "disputed_signs" }
func (Skill) kind() string         { return "skill" }
func (Sensitivity) kind() string   { return "sensitivity" }
func (Caution) kind() string       { return "caution" }
func (Method) kind() string        { return "method" }

func (c HoldsUp) say(v voice) Passage       { return v.holdsUp(c) }
func (c FailsWhere) say(v voice) Passage    { return v.failsWhere(c) }
func (c BuildHome) say(v voice) Passage     { return v.buildHome(c) }
func (c NotConclude) say(v voice) Passage   { return v.notConclude(c) }
func (c Overturn) say(v voice) Passage      { return v.overturn(c) }
func (c Missed) say(v voice) Passage        { return v.missed(c) }
func (c DataAge) say(v voice) Passage       { return v.dataAge(c) }
func (c AtWar) say(v voice) Passage         { return v.atWar(c) }
func (c WhoPresses) say(v voice) Passage    { return v.whoPresses(c) }
func (c Gaining) say(v voice) Passage       { return v.gaining(c) }
func (c OwnWeight) say(v voice) Passage     { return v.ownWeight(c) }
func (c Squeezed) say(v voice) Passage      { return v.squeezed(c) }
func (c OtherRanks) say(v voice) Passage    { return v.otherRanks(c) }
func (c CrisisOdds) say(v voice) Passage    { return v.crisisOdds(c) }
func (c PatronMatters) say(v voice) Passage { return v.patronMatters(c) }
func (c EffortBuys) say(v voice) Passage    { return v.effortBuys(c) }
func (c Strengths) say(v voice) Passage     { return v.strengths(c) }
func (c Shortfalls) say(v voice) Passage    { return v.shortfalls(c) }
func (c Downside) say(v voice) Passage      { return v.downside(c) }
func (c Reversal) say(v voice) Passage      { return v.reversal(c) }
func (c DisputedSigns) say(v voice) Passage { return v.disputedSigns(c) }
func (c Skill) say(v voice) Passage         { return v.skill(c) }
func (c Sensitivity) say(v voice) Passage   { return v.sensitivity(c) }
func (c Caution) say(v voice) Passage       { return v.caution(c) }
func (c Method) say(v voice) Passage        { return v.method(c) }
