package external_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// asProgram is the first argument of the test binary when it plays a program.
const asProgram = "-as-program"

func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == asProgram {
		play(os.Args[2])
		return
	}
	os.Exit(m.Run())
}

const farm = `{"uncertainties":[{"name":"rain","unit":"mm","min":200,"max":800,"default":500},{"name":"soil","options":["clay","sand"],"default":"sand"}],` +
	`"levers":[{"name":"pump","min":0,"max":300,"default":0}],"policies":[{"name":"none"},{"name":"pump","levers":{"pump":300}}],` +
	`"outcomes":[{"name":"yield","unit":"t","want":"more"},{"name":"spent","want":"less"},{"name":"joy","want":"more"}]}`

type question struct {
	Ask           string
	Experiment    int
	Future        int
	Seed          float64
	Policy        string
	Uncertainties struct {
		Rain float64
		Soil string
	}
	Levers struct{ Pump float64 }
}

// play answers questions in the manner of a kind of program.
func play(kind string) {
	in := bufio.NewScanner(os.Stdin)
	for answered := 1; in.Scan(); answered++ {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(9)
		}
		if q.Ask == "model" {
			fmt.Println(describe(kind))
			continue
		}
		fmt.Println(reply(kind, q, answered))
	}
}

func describe(kind string) string {
	if strings.HasPrefix(kind, "{") {
		return kind
	}
	return farm
}

// reply works a question out, or misbehaves.
func reply(kind string, q question, answered int) string {
	yield := min(q.Uncertainties.Rain+q.Levers.Pump, 600) / 100
	if q.Uncertainties.Soil == "clay" {
		yield /= 2
	}
	good := fmt.Sprintf(`{"experiment":%d,"outcomes":{"yield":%v,"spent":%v,"joy":null}}`, q.Experiment, yield, q.Levers.Pump)
	switch {
	case kind == "grumble" && q.Future%5 == 0 && q.Policy == "none":
		fmt.Fprintln(os.Stderr, "the gauge is broken")
		return fmt.Sprintf(`{"experiment":%d,"error":"no rain gauge"}`, q.Experiment)
	case kind == "crash" && q.Future%10 == 0, kind == "tired" && answered == 3:
		fmt.Fprintln(os.Stderr, "out of coal")
		os.Exit(3)
	case kind == "sleepy" && q.Future == 7:
		fmt.Fprintln(os.Stderr, "dozing off")
		time.Sleep(time.Minute)
	case kind == "prose":
		return "all is well"
	case kind == "stale":
		return `{"experiment":0,"outcomes":{"yield":1,"spent":1,"joy":1}}`
	case kind == "lacking":
		return fmt.Sprintf(`{"experiment":%d,"outcomes":{"yield":1}}`, q.Experiment)
	case kind == "extra":
		return strings.Replace(good, `"joy"`, `"sun":1,"joy"`, 1)
	case kind == "endless":
		return strings.Repeat("x", 17<<20)
	case kind == "family":
		family()
	}
	return good
}

// family starts a program of its own, tells both numbers and waits.
func family() {
	child := exec.Command("sleep", "60")
	if err := child.Start(); err != nil {
		os.Exit(8)
	}
	if err := os.WriteFile(os.Args[3], fmt.Appendf(nil, "%d %d\n", os.Getpid(), child.Process.Pid), 0o600); err != nil {
		os.Exit(7)
	}
	_ = child.Wait()
}
