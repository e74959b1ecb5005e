package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	for name, tt := range map[string]struct {
		args []string
		code int
		says string
	}{
		"no folder":  {nil, exitUsage, "--from"},
		"no such":    {[]string{"--from", "nowhere"}, exitData, "nowhere is not a folder"},
		"empty":      {[]string{"--from", t.TempDir(), "--out", t.TempDir()}, exitData, "no such file"},
		"unknown":    {[]string{"--form", "x"}, exitUsage, "form"},
		"left over":  {[]string{"--from", ".", "more"}, exitUsage, "nothing else"},
		"asked help": {[]string{"--help"}, 0, "folder of published files"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(tt.args, &stdout, &stderr); code != tt.code || !strings.Contains(stderr.String(), tt.says) {
				t.Errorf("exit %d, %q; want %d and %q", code, stderr.String(), tt.code, tt.says)
			}
			if stdout.Len() > 0 {
				t.Errorf("prints %q where results go", stdout.String())
			}
		})
	}
}
