// Runs before anything is drawn, so that neither colours nor language jump.
(function () {
  var root = document.documentElement;
  var kept = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (e) {
      return null;
    }
  };
  var theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  var lang = new URLSearchParams(location.search).get('lang') || kept('lang') || navigator.language || '';
  root.lang = lang.slice(0, 2) === 'ko' ? 'ko' : 'en';
})();
