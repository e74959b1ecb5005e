package source

// Limits bound what a file may make the program do. They are far above any
// published dataset read here and far below what would hurt a small machine.
type Limits struct {
	File    int64 // bytes of a file as it lies there
	Content int64 // bytes of its content once unpacked
	Ratio   int64 // content bytes to a packed byte, beyond Free
	Free    int64 // content bytes for which the ratio does not count
	Record  int64 // bytes of one record
	Columns int
	Rows    int64
	Members int   // of an archive
	Nested  int64 // bytes of an archive within an archive
	Memory  int64 // bytes of what must be held at once: shared texts, a .dta, JSON
}

// DefaultLimits are those the program uses.
func DefaultLimits() Limits {
	return Limits{
		File: 4 << 30, Content: 16 << 30, Ratio: 300, Free: 64 << 20, Record: 4 << 20,
		Columns: 20000, Rows: 200e6, Members: 2000, Nested: 64 << 20, Memory: 256 << 20,
	}
}
