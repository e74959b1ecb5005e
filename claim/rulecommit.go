package claim

// RulesCommit is the commit in which the rules of all claims were fixed, before
// any of them was computed. The rules have not changed since.
const RulesCommit = "28b3fdad37124f65c41fcc9080875fcf76da2f1b"
