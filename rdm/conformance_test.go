package rdm_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm/rdmtest"
)

func TestGranaryConforms(t *testing.T) { rdmtest.Run(t, granary{}) }
