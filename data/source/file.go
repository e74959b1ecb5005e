package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
)

// File is one file as it lies there. Close it after use.
type File struct {
	Name   string // as the user wrote it; for a member of an archive, archive/member
	SHA256 string // of the file as it lies there, for a member that of its archive
	Size   int64
	Limits Limits
	packed int64  // size of the archive a member is in
	deep   bool   // an archive within an archive
	sum    string // hash of the content, once it was asked for
	at     io.ReaderAt
	// unpack opens the content of a member of an archive; nil for a plain file.
	unpack func() (io.ReadCloser, error)
	close  func() error
}

// ErrSkip is wrapped by the errors of files that are not data, or are in a form
// that is not read: reported, and no fault of the import.
var ErrSkip = errors.New("skipped")

// SkipError says why a file is passed over and what to do instead.
type SkipError struct{ File, Why string }

func (e *SkipError) Error() string { return e.File + ": " + e.Why }

// Unwrap lets errors.Is find [ErrSkip].
func (e *SkipError) Unwrap() error { return ErrSkip }

// Open opens a file and hashes it.
func Open(ctx context.Context, name string, lim Limits) (*File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &SkipError{name, "not a regular file"}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	out, err := newFile(ctx, name, f, info.Size(), lim)
	if err != nil {
		f.Close()
		return nil, err
	}
	out.close = f.Close
	return out, nil
}

// Bytes is a file that is in memory already.
func Bytes(name string, data []byte, lim Limits) (*File, error) {
	return newFile(context.Background(), name, bytes.NewReader(data), int64(len(data)), lim)
}

func newFile(ctx context.Context, name string, at io.ReaderAt, size int64, lim Limits) (*File, error) {
	f := &File{Name: name, Size: size, Limits: lim, at: at}
	switch {
	case size == 0:
		return nil, &FileError{name, 1, 1, "the file is empty", "fetch it again"}
	case size > lim.File:
		return nil, f.huge(size, lim.File)
	}
	h := sha256.New()
	if _, err := io.Copy(h, &interruptible{ctx, io.NewSectionReader(at, 0, size)}); err != nil {
		return nil, err
	}
	f.SHA256 = hex.EncodeToString(h.Sum(nil))
	return f, nil
}

// interruptible stops reading when its context does.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

// Read implements io.ReadCloser.
func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}

// Close closes the file.
func (f *File) Close() error {
	if f.close == nil {
		return nil
	}
	return f.close()
}

func (f *File) huge(have, most int64) error {
	return &FileError{f.Name, 1, 1, fmt.Sprintf("%d bytes, more than the %d that are read", have, most), "give a published file, or cut it into parts"}
}

// Content opens the content, unpacked if the file is gzip, within its limits.
func (f *File) Content() (io.ReadCloser, error) {
	if f.unpack != nil {
		return f.unpack()
	}
	raw := io.NewSectionReader(f.at, 0, f.Size)
	if f.magic(2) != "\x1f\x8b" {
		return io.NopCloser(raw), nil
	}
	z, err := gzip.NewReader(bufio.NewReaderSize(raw, 1<<16))
	if err != nil {
		return nil, f.damaged(err)
	}
	return &bounded{r: z, f: f, packed: f.Size}, nil
}

// ReadAt implements io.ReaderAt on the bytes as they lie there.
func (f *File) ReadAt(p []byte, off int64) (int, error) { return f.at.ReadAt(p, off) }

// magic is the first bytes of the file as it lies there.
func (f *File) magic(n int) string {
	b := make([]byte, n)
	n, _ = f.at.ReadAt(b, 0)
	return string(b[:n])
}

func (f *File) damaged(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return Grave{&FileError{f.Name, 1, 1, fmt.Sprintf("damaged: %v", err), "fetch it again"}}
}

// bounded reads packed content and refuses a bomb.
type bounded struct {
	r           io.ReadCloser
	f           *File
	packed, got int64
}

// Read implements io.ReadCloser.
func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.got += int64(n)
	lim := b.f.Limits
	if b.got > lim.Content || b.got > lim.Free && b.got/lim.Ratio > b.packed {
		return 0, Grave{&FileError{b.f.Name, 1, 1, fmt.Sprintf("%d bytes unpack to more than %d", b.packed, b.got-1), "unpack it yourself if you trust it"}}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return n, b.f.damaged(err)
	}
	return n, err
}

// Grave marks the fault of a file as one of what packs it: it is damaged or
// hostile, whatever it holds.
type Grave struct{ *FileError }

// Unwrap gives the fault itself.
func (g Grave) Unwrap() error { return g.FileError }

// Close implements io.ReadCloser.
func (b *bounded) Close() error { return b.r.Close() }

// Form is what a file is by its first bytes.
type Form uint8

// The forms of files.
const (
	Plain Form = iota // lines of text
	Archive
	Workbook
	Stata
	JSON
	Parquet
)

// Form tells what the file is, whatever its name; forms that are not read are a
// [*SkipError] with what to do.
func (f *File) Form() (Form, error) {
	if f.unpack == nil {
		switch f.magic(4) {
		case zipMagic:
			return f.zipForm()
		case parquetMagic:
			return Parquet, nil
		}
	}
	r, err := f.Content()
	if err != nil {
		return 0, err
	}
	defer r.Close()
	b := make([]byte, 512)
	n, err := io.ReadFull(r, b)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return 0, err
	}
	head := string(b[:n])
	for _, m := range unread {
		if strings.HasPrefix(head, m.magic) {
			return 0, &SkipError{f.Name, m.why}
		}
	}
	text := strings.TrimLeft(head, "\ufeff \t\r\n")
	switch {
	case strings.HasPrefix(head, "<stata_dta>"), isOldStata(head):
		return Stata, nil
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, "["):
		return JSON, nil
	case strings.HasPrefix(text, "<"):
		return 0, &SkipError{f.Name, "a web page or XML; save the table itself"}
	}
	return Plain, nil
}

// How an archive and a Parquet file begin.
const (
	zipMagic     = "PK\x03\x04"
	parquetMagic = "PAR1"
)

// unread are forms that are recognised and not read.
var unread = []struct{ magic, why string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old .xls workbook; open it and save the sheet as .xlsx or CSV"},
	{"RDX2\n", "an R workspace; in R: load(file), then write.csv(x, \"x.csv\", row.names = FALSE, na = \"\")"},
	{"RDX3\n", "an R workspace; in R: load(file), then write.csv(x, \"x.csv\", row.names = FALSE, na = \"\")"},
	{"X\n\x00\x00\x00", "an R object (.rds); in R: write.csv(readRDS(file), \"x.csv\", row.names = FALSE, na = \"\")"},
	{"BZh", "packed with bzip2; unpack it first"},
	{"\xfd7zXZ", "packed with xz; unpack it first"},
	{"7z\xbc\xaf", "packed with 7-Zip; unpack it first"},
	{"%PDF", "a PDF; get the table itself from the publisher"},
	{parquetMagic, "packed Parquet; unpack it first"},
	{zipMagic, "an archive, packed once more; unpack it first"},
	{"\x1f\x8b", "packed twice; unpack it once"},
	{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"},
	{"$FL2", "an SPSS file; save it as CSV or .dta"},
}

func (f *File) zipForm() (Form, error) {
	z, err := zip.NewReader(f.at, f.Size)
	if err != nil {
		return 0, f.damaged(err)
	}
	for _, m := range z.File {
		if m.Name == "xl/workbook.xml" {
			return Workbook, nil
		}
	}
	return Archive, nil
}

// members lists what an archive holds as files. A name that could step out of a
// folder condemns the archive, though nothing is ever written by that name.
func (f *File) members() ([]*File, error) {
	z, err := zip.NewReader(f.at, f.Size)
	if err != nil {
		return nil, f.damaged(err)
	}
	if len(z.File) > f.Limits.Members {
		return nil, &FileError{f.Name, 1, 1, fmt.Sprintf("an archive of %d members", len(z.File)), "unpack it and give the files you need"}
	}
	var out []*File
	for _, m := range z.File {
		if tricky(m.Name) {
			return nil, &FileError{f.Name, 1, 1, fmt.Sprintf("the archive names a member %q, which steps out of its folder", m.Name), "do not use this archive; fetch it from the publisher"}
		}
		if strings.HasSuffix(m.Name, "/") || litter(m.Name) {
			continue
		}
		out = append(out, f.member(m))
	}
	return out, nil
}

func (f *File) member(m *zip.File) *File {
	sub := &File{Name: f.Name + "/" + m.Name, SHA256: f.SHA256, Size: int64(m.UncompressedSize64), Limits: f.Limits}
	sub.packed, sub.deep = f.Packed(), f.deep
	sub.unpack = func() (io.ReadCloser, error) {
		if m.Flags&1 != 0 {
			return nil, &FileError{sub.Name, 1, 1, "the archive is locked with a password", "unpack it yourself"}
		}
		r, err := m.Open()
		if err != nil {
			return nil, sub.damaged(err)
		}
		return &bounded{r: r, f: sub, packed: int64(m.CompressedSize64)}, nil
	}
	return sub
}

func tricky(name string) bool {
	return strings.ContainsAny(name, "\\\x00:") || path.IsAbs(name) || slices.Contains(strings.Split(name, "/"), "..")
}

// wrapped reports whether the content is packed: a member of an archive, or gzip.
func (f *File) wrapped() bool { return f.unpack != nil || f.sum != "" || f.magic(2) == "\x1f\x8b" }

// Sum is the hash of the content, unpacked.
func (f *File) Sum() (string, error) {
	if !f.wrapped() {
		return f.SHA256, nil
	}
	if f.sum != "" {
		return f.sum, nil
	}
	r, err := f.Content()
	if err != nil {
		return "", err
	}
	defer r.Close()
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	f.sum = hex.EncodeToString(h.Sum(nil))
	return f.sum, nil
}

// litter are the members that archivers leave behind.
func litter(name string) bool {
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), ".")
}

// Hold reads the whole content within the limit of memory.
func (f *File) Hold() ([]byte, error) {
	r, err := f.Content()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, f.Limits.Memory+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > f.Limits.Memory {
		return nil, f.huge(int64(len(b)), f.Limits.Memory)
	}
	return b, nil
}

// Text is the whole content as UTF-8 with LF at line ends; what is no text is a
// [*FileError] with its place.
func (f *File) Text() ([]byte, error) {
	data, err := f.Hold()
	if err != nil {
		return nil, err
	}
	return plain(f.Name, data)
}

// Packed is the size of the file as it lies there, for a member that of its
// archive.
func (f *File) Packed() int64 {
	if f.packed > 0 {
		return f.packed
	}
	return f.Size
}

// isArchive reports whether a member is an archive or workbook itself.
func (f *File) isArchive() (bool, error) {
	r, err := f.Content()
	if err != nil {
		return false, err
	}
	defer r.Close()
	b := make([]byte, len(zipMagic))
	if _, err := io.ReadFull(r, b); err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	return string(b) == zipMagic, nil
}

// unfold holds a member that is an archive or workbook, so that it can be read
// as a file is. One within another is as deep as is read.
func (f *File) unfold() (*File, error) {
	if f.deep {
		return nil, &SkipError{f.Name, "three archives within each other; unpack it first"}
	}
	if f.Size > f.Limits.Nested {
		return nil, &SkipError{f.Name, "a large archive within an archive; unpack it first"}
	}
	b, err := f.Hold()
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > f.Limits.Nested {
		return nil, f.huge(int64(len(b)), f.Limits.Nested)
	}
	sum := sha256.Sum256(b)
	return &File{
		Name: f.Name, SHA256: f.SHA256, Size: int64(len(b)), Limits: f.Limits, packed: f.packed, deep: true,
		sum: hex.EncodeToString(sum[:]), at: bytes.NewReader(b),
	}, nil
}
