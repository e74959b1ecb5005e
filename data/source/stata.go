package source

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// isOldStata tells a .dta of the releases 113 to 115, whose header is a few
// bytes.
func isOldStata(head string) bool {
	return len(head) > 60 && head[0] >= 113 && head[0] <= 115 && (head[1] == 1 || head[1] == 2) && head[2] == 1 && head[3] == 0
}

// stata are the records of a Stata .dta file, release 113 to 119: the names of
// the variables, then the observations. Missing values, .a to .z included, are
// empty; numbers are written with as many digits as it takes to read them back.
type stata struct {
	file    *File
	r       *bufio.Reader
	close   io.Closer
	release int
	order   binary.ByteOrder
	vars    int
	obs     int64
	types   []int // width of a text, or a code from float64 down to byte, or strL
	names   []string
	long    map[[2]uint64]string
	done    int64
	buf     []byte
	cells   []string
	numbers []byte
}

// The codes of types other than texts of a fixed width.
const (
	stataLong   = 32768
	stataDouble = 65526
	stataFloat  = 65527
	stataInt32  = 65528
	stataInt16  = 65529
	stataByte   = 65530
)

func openStata(f *File) (Records, error) {
	s := &stata{file: f, long: map[[2]uint64]string{}}
	r, err := f.Content()
	if err != nil {
		return nil, err
	}
	s.close, s.r = r, bufio.NewReaderSize(r, 1<<16)
	if err := s.header(); err != nil {
		r.Close()
		return nil, s.fail(err)
	}
	s.buf = make([]byte, s.width())
	s.cells = make([]string, s.vars)
	return s, nil
}

func (s *stata) fail(err error) error {
	var own *FileError
	if errors.As(err, &own) {
		return err
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("it ends early")
	}
	return &FileError{s.file.Name, int(s.done) + 1, 1, fmt.Sprintf("damaged .dta: %v", err), "fetch it again, or save it as CSV"}
}

// Close implements [Records].
func (s *stata) Close() error { return s.close.Close() }

// At implements [Records].
func (s *stata) At(cell int) (line, column int) { return int(s.done), cell + 1 }

func (s *stata) header() error {
	if b, err := s.r.Peek(1); err != nil || b[0] != '<' {
		return s.oldHeader()
	}
	if err := s.expect("<stata_dta><header><release>"); err != nil {
		return err
	}
	release, err := s.until("</release>", 8)
	if err != nil {
		return err
	}
	if s.release, err = strconv.Atoi(release); err != nil || s.release < 117 || s.release > 119 {
		return fmt.Errorf("release %q; 113 to 115 and 117 to 119 are read", release)
	}
	if err := s.counts(); err != nil {
		return err
	}
	return s.variables()
}

// counts reads byte order and the numbers of variables and observations.
func (s *stata) counts() error {
	if err := s.expect("<byteorder>"); err != nil {
		return err
	}
	order, err := s.until("</byteorder><K>", 8)
	switch {
	case err != nil:
		return err
	case order == "LSF":
		s.order = binary.LittleEndian
	case order == "MSF":
		s.order = binary.BigEndian
	default:
		return fmt.Errorf("byte order %q", order)
	}
	k, err := s.uint(2 + 2*b2i(s.release == 119))
	if err != nil {
		return err
	}
	if err := s.expect("</K><N>"); err != nil {
		return err
	}
	n, err := s.uint(4 + 4*b2i(s.release > 117))
	if err != nil {
		return err
	}
	if int64(k) > int64(s.file.Limits.Columns) || n > uint64(s.file.Limits.Rows) || k == 0 {
		return fmt.Errorf("%d variables and %d observations", k, n)
	}
	s.vars, s.obs = int(k), int64(n)
	return nil
}

// variables reads on to the first observation.
func (s *stata) variables() error {
	const small = 1 << 24
	if _, err := s.until("<variable_types>", small); err != nil {
		return err
	}
	for range s.vars {
		t, err := s.uint(2)
		if err != nil {
			return err
		}
		if t > 2045 && t != stataLong && (t < stataDouble || t > stataByte) || t == 0 {
			return fmt.Errorf("a variable of type %d", t)
		}
		s.types = append(s.types, int(t))
	}
	if err := s.expect("</variable_types><varnames>"); err != nil {
		return err
	}
	wide := 129
	if s.release == 117 {
		wide = 33
	}
	for range s.vars {
		b, err := s.bytes(wide)
		if err != nil {
			return err
		}
		s.names = append(s.names, s.text(b))
	}
	if s.hasLong() {
		if err := s.longTexts(); err != nil {
			return err
		}
	}
	_, err := s.until("<data>", 1<<28)
	return err
}

// oldHeader reads the releases 113 to 115.
func (s *stata) oldHeader() error {
	b, err := s.bytes(109)
	if err != nil {
		return err
	}
	if !isOldStata(string(b)) {
		return errors.New("no known release")
	}
	s.release, s.order = int(b[0]), binary.LittleEndian
	if b[1] == 1 {
		s.order = binary.BigEndian
	}
	s.vars, s.obs = int(s.order.Uint16(b[4:])), int64(s.order.Uint32(b[6:]))
	if s.vars == 0 || s.vars > s.file.Limits.Columns || s.obs > s.file.Limits.Rows {
		return fmt.Errorf("%d variables and %d observations", s.vars, s.obs)
	}
	types, err := s.bytes(s.vars)
	if err != nil {
		return err
	}
	old := map[byte]int{251: stataByte, 252: stataInt16, 253: stataInt32, 254: stataFloat, 255: stataDouble}
	for _, t := range types {
		code, number := old[t]
		if !number {
			code = int(t)
		}
		if !number && (t == 0 || t > 244) {
			return fmt.Errorf("a variable of type %d", t)
		}
		s.types = append(s.types, code)
	}
	for range s.vars {
		if b, err = s.bytes(33); err != nil {
			return err
		}
		s.names = append(s.names, s.text(b))
	}
	format := 49
	if s.release == 113 {
		format = 12
	}
	if _, err := s.r.Discard(2*(s.vars+1) + s.vars*(format+33+81)); err != nil {
		return err
	}
	return s.skipNotes()
}

// skipNotes passes the expansion fields of the old releases.
func (s *stata) skipNotes() error {
	for {
		kind, err := s.uint(1)
		if err != nil {
			return err
		}
		n, err := s.uint(4)
		if err != nil {
			return err
		}
		if kind == 0 && n == 0 {
			return nil
		}
		if n > 1<<24 {
			return fmt.Errorf("a note of %d bytes", n)
		}
		if _, err := s.r.Discard(int(n)); err != nil {
			return err
		}
	}
}

func (s *stata) hasLong() bool {
	for _, t := range s.types {
		if t == stataLong {
			return true
		}
	}
	return false
}

// longTexts reads the texts that stand after the data, from a second pass over
// the file.
func (s *stata) longTexts() error {
	all, err := s.file.Hold()
	if err != nil {
		return err
	}
	start := bytes.LastIndex(all, []byte("<strls>"))
	if start < 0 {
		return errors.New("no <strls>")
	}
	rest := all[start+len("<strls>"):]
	second := 4 + 4*b2i(s.release > 117)
	for bytes.HasPrefix(rest, []byte("GSO")) {
		head := 3 + 4 + second + 1 + 4
		if len(rest) < head {
			return io.ErrUnexpectedEOF
		}
		v, o := uint64(s.order.Uint32(rest[3:])), s.wide(rest[7:7+second])
		n := int(s.order.Uint32(rest[head-4:]))
		if n > len(rest)-head {
			return io.ErrUnexpectedEOF
		}
		s.long[[2]uint64{v, o}] = s.text(rest[head : head+n])
		rest = rest[head+n:]
	}
	return nil
}

// width is the number of bytes of an observation.
func (s *stata) width() int {
	n := 0
	for _, t := range s.types {
		n += size(t)
	}
	return n
}

func size(t int) int {
	switch t {
	case stataLong, stataDouble:
		return 8
	case stataFloat, stataInt32:
		return 4
	case stataInt16:
		return 2
	case stataByte:
		return 1
	}
	return t
}

// Next implements [Records].
func (s *stata) Next() ([]string, error) {
	if s.names != nil {
		out := s.names
		s.names = nil
		return out, nil
	}
	if s.done >= s.obs {
		return nil, io.EOF
	}
	if _, err := io.ReadFull(s.r, s.buf); err != nil {
		return nil, s.fail(err)
	}
	s.done++
	b := s.buf
	for i, t := range s.types {
		n := size(t)
		s.cells[i] = s.cell(t, b[:n])
		b = b[n:]
	}
	return s.cells, nil
}

// The largest values that are no missing mark, by the file format.
const (
	mostByte, mostInt16, mostInt32 = 100, 32740, 2147483620
	mostFloat, mostDouble          = 1.7014117331926443e38, 8.9884656743115785e307
)

func (s *stata) cell(t int, b []byte) string {
	switch t {
	case stataByte:
		return whole(int64(int8(b[0])), mostByte)
	case stataInt16:
		return whole(int64(int16(s.order.Uint16(b))), mostInt16)
	case stataInt32:
		return whole(int64(int32(s.order.Uint32(b))), mostInt32)
	case stataFloat:
		return s.real(float64(math.Float32frombits(s.order.Uint32(b))), mostFloat)
	case stataDouble:
		return s.real(math.Float64frombits(s.order.Uint64(b)), mostDouble)
	case stataLong:
		return s.long[s.longKey(b)]
	}
	return s.text(b)
}

func whole(v, most int64) string {
	if v > most {
		return ""
	}
	return strconv.FormatInt(v, 10)
}

func (s *stata) real(v, most float64) string {
	if v > most || math.IsNaN(v) {
		return ""
	}
	s.numbers = strconv.AppendFloat(s.numbers[:0], v, 'g', -1, 64)
	return string(s.numbers)
}

// longKey is the variable and observation of a long text: 4 and 4 bytes in
// release 117, 2 and 6 in 118, 3 and 5 in 119.
func (s *stata) longKey(b []byte) [2]uint64 {
	cut := map[int]int{117: 4, 118: 2, 119: 3}[s.release]
	return [2]uint64{s.wide(b[:cut]), s.wide(b[cut:])}
}

// wide reads an unsigned number of any number of bytes.
func (s *stata) wide(b []byte) uint64 {
	v := uint64(0)
	for i := range b {
		if s.order == binary.LittleEndian {
			v |= uint64(b[i]) << (8 * i)
		} else {
			v = v<<8 | uint64(b[i])
		}
	}
	return v
}

// text cuts at the first zero and reads the old releases as ISO 8859-1.
func (s *stata) text(b []byte) string {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		b = b[:i]
	}
	if utf8.Valid(b) {
		return string(b)
	}
	if s.release >= 118 {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	out := make([]rune, len(b))
	for i, c := range b {
		out[i] = rune(c)
	}
	return string(out)
}

func (s *stata) bytes(n int) ([]byte, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(s.r, b)
	return b, err
}

func (s *stata) uint(n int) (uint64, error) {
	b, err := s.bytes(n)
	if err != nil {
		return 0, err
	}
	return s.wide(b), nil
}

func (s *stata) expect(tag string) error {
	b, err := s.bytes(len(tag))
	if err == nil && string(b) != tag {
		err = fmt.Errorf("%q where %s belongs", b, tag)
	}
	return err
}

// until reads to the end of a tag and returns what stands before it.
func (s *stata) until(tag string, most int) (string, error) {
	var out []byte
	for len(out) < most+len(tag) {
		c, err := s.r.ReadByte()
		if err != nil {
			return "", err
		}
		if out = append(out, c); c == '>' && bytes.HasSuffix(out, []byte(tag)) {
			return string(out[:len(out)-len(tag)]), nil
		}
	}
	return "", fmt.Errorf("no %s", tag)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
