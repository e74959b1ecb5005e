// Package reign reads the Rulers, Elections and Irregular Governance data: who
// ruled, elections held and to come, types of regime, and the risk of violence at
// elections, to March 2021.
package reign
