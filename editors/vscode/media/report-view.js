// The page itself comes from the server; here it is exchanged as the text changes, and a click on what
// stands in the text is told to the extension.
(function () {
  const vscode = acquireVsCodeApi();
  const page = document.getElementById('page');

  // Findings and wrong figures are reached by the keyboard, the other cells by the mouse alone.
  function arm() {
    for (const each of page.querySelectorAll('[data-at]:not(table)')) {
      each.setAttribute('role', 'link');
      each.tabIndex = each.matches('li, .wrong, .doubt') ? 0 : -1;
    }
  }

  function go(event) {
    const place = event.target.closest('[role=link]');
    if (place !== null) {
      vscode.postMessage({ at: place.dataset.at });
    }
  }

  page.addEventListener('click', go);
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      go(event);
    }
  });
  window.addEventListener('message', ({ data }) => {
    const top = document.documentElement.scrollTop;
    page.innerHTML = data.html;
    document.documentElement.scrollTop = top;
    arm();
  });
  vscode.setState({ uri: page.dataset.uri });
  arm();
})();
