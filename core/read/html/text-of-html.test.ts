import { describe, expect, it } from 'vitest'
import { textOfHtml } from './text-of-html.ts'

describe('the words of a web page', () => {
  it.each([
    [
      'a table row is one line',
      '<table><tr><th>ER</th><td>95%</td><td>Positive</td></tr><tr><td>PR</td><td>5%</td></tr></table>',
      'ER  95%  Positive\nPR  5%',
    ],
    ['label and value cells of several lines are rows', '<table><tr><td>ER<br>PR</td><td>95%<br>5%</td></tr></table>', 'ER  95%\nPR  5%'],
    [
      'a wrapped cell stays on its row',
      '<table><tr><td><p>HER2</p></td><td><p>2+,</p><p>equivocal</p></td></tr></table>',
      'HER2  2+, equivocal',
    ],
    ['a table in a table', '<table><tr><td><table><tr><td>ALT</td><td>19</td></tr></table></td></tr></table>', 'ALT  19'],
    ['cells never closed', '<table><tr><td>AST<td>22<tr><td>ALP<td>162</table>', 'AST  22\nALP  162'],
    [
      'scripts, styles and hidden parts are gone',
      '<style>p{}</style><script>x()</script><p style="display:none">secret</p><p>seen</p>',
      'seen',
    ],
    ['a hidden part inside a hidden part', '<div hidden>a<div>b</div>c</div>d', 'd'],
    ['struck out words are gone', '<p>HER2 <del>positive</del> negative</p>', 'HER2 negative'],
    ['entities', '<p>&ge;1&nbsp;cm &amp; &#x3bc;m</p>', '≥1 cm & μm'],
    ['inline marks do not part words', '<p>meta<b>static</b> <i>disease</i></p>', 'metastatic disease'],
    ['lists', '<ul><li>bone</li><li>liver</li></ul>', '- bone\n- liver'],
    ['paragraphs stand apart', '<h2>Plan</h2><p>One.</p><p>Two.</p>', 'Plan\n\nOne.\n\nTwo.'],
  ])('%s', (_, html, text) => {
    expect(textOfHtml(html).text).toBe(text)
  })
})
