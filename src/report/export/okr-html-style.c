/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page looks like, and in which language it is. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pango.h>
#include <string.h>

#include "okr-html-private.h"
#include "okr-palette.h"

/* Text stands where the page begins its lines, whatever its own direction: start and end would be
 * those of each text. Wide: the result of an objective stands above those of its key results, whose
 * last columns are as wide. Narrow: a key result is three lines. Paper: light, and nothing is torn
 * that need not be. */
static const char rules[] =
    "*{box-sizing:border-box}"
    ":root{--start:left;--end:right}[dir=rtl]:root{--start:right;--end:left}"
    "body{margin:0;text-align:var(--start);background:var(--ground);color:var(--text);"
    "font:1rem/1.45 Cantarell,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;"
    "font-variant-numeric:tabular-nums;overflow-wrap:anywhere}"
    "body>*{max-width:56rem;margin-inline:auto;padding-inline:1.25rem}"
    "header{padding-block:2.5rem 1.5rem}"
    "h1{margin:.1em 0 .3em;font-size:1.9rem;line-height:1.2}"
    "h2{margin:0;font-size:1.2rem;line-height:1.3}"
    "h3{margin:0 0 .4rem;font-size:1.05rem}"
    "h4{margin:1rem 0 .3rem;font-size:.85rem;color:var(--dim)}"
    "p{margin:.3rem 0}"
    "a{color:inherit;text-decoration-color:var(--dim);text-underline-offset:.15em}"
    ".dim{color:var(--dim);font-size:.9rem}"
    ".sentence::first-letter{text-transform:uppercase}"
    ".mission{font-style:italic;color:var(--dim);font-size:1.1rem}"
    ".figures{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem;margin:1.75rem 0 "
    "0;padding:0}"
    ".figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}"
    ".figures dt{color:var(--dim);font-size:.85rem}"
    ".figures dd{margin:0;font-size:1.6rem;font-weight:700;line-height:1.2}"
    "section{border-top:1px solid var(--line);padding-block:1.25rem}"
    ".head{display:flex;gap:1rem;align-items:baseline;justify-content:space-between}"
    ".result{display:flex;gap:.75rem;align-items:baseline;white-space:nowrap}"
    ".result strong{font-size:1.2rem}"
    "table{width:100%;border-collapse:collapse;margin-top:.6rem}"
    "th,td{padding:.3rem .5rem;text-align:var(--start);vertical-align:baseline;font-weight:400}"
    "thead th{color:var(--dim);font-size:.8rem}"
    "[dir=ltr]:root :is(th,td):first-child,[dir=rtl]:root :is(th,td):last-child{padding-left:0}"
    "[dir=ltr]:root :is(th,td):last-child,[dir=rtl]:root :is(th,td):first-child{padding-right:0}"
    ".krs{table-layout:fixed;position:relative}"
    ".krs thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    ".krs .title{width:33%}.krs .range{width:17%}.krs .value{width:16%}"
    ".krs .bar{width:13%}.krs .percent{width:8%}.krs .state{width:13%}"
    ".krs td.range{color:var(--dim);font-size:.9rem}"
    ".krs .value,.krs .percent{text-align:var(--end)}.krs .percent{white-space:nowrap}"
    ".krs td.value{font-weight:700}.krs td{overflow-wrap:break-word}"
    ".log{table-layout:fixed}"
    ".initiatives th:nth-child(1){width:32%}.initiatives th:nth-child(2){width:13%}"
    ".initiatives th:nth-child(4){width:19%}"
    ".check-ins th:nth-child(1){width:19%}.check-ins th:nth-child(2),"
    ".check-ins th:nth-child(3){width:13%}.check-ins th:nth-child(4){width:25%}"
    "svg{display:block;width:100%;height:.85rem;overflow:visible}"
    ".about{display:flex;flex-wrap:wrap;align-items:flex-start;gap:0 1.75rem}"
    ".about .facts{flex:1 1 16rem}"
    "svg.chart{flex:1 1 "
    "18rem;width:auto;min-width:0;max-width:26rem;height:auto;margin-block:.5rem;"
    "direction:ltr}"
    ".track{fill:var(--track)}.tick{fill:var(--text)}"
    ".dashes{stroke:var(--text);stroke-opacity:.35}"
    ".status{white-space:nowrap;font-weight:600;font-size:.9rem}"
    ".grade{white-space:nowrap}.state .grade{display:block}"
    ".status span{display:inline-block;width:1.1em;text-align:center}"
    ".status .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    ".why{display:block;color:var(--dim);font-size:.85rem;font-weight:400}"
    "dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.25rem;margin:.5rem 0}"
    "dl.facts dt{color:var(--dim)}dl.facts dd{margin:0}"
    "ul{margin:.3rem 0;padding-inline-start:1.2rem}"
    ".kr{margin-top:1.25rem;padding:1rem 1.25rem;background:var(--card);border:1px solid "
    "var(--line);"
    "border-radius:12px}"
    ".note{white-space:pre-line}"
    "summary{color:var(--dim);font-size:.9rem;cursor:pointer}"
    "footer{padding-bottom:2.5rem;color:var(--dim);font-size:.85rem}"
    "footer::before{content:'';display:block;border-top:1px solid var(--line);"
    "margin-bottom:1.25rem}"
    ".legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}.legend>*{white-space:nowrap}"
    "footer svg{display:inline-block;width:.6rem;vertical-align:middle}"
    "footer svg.sample{width:1.4rem}"
    "@media(min-width:40.01rem){"
    "section>.head{display:grid;grid-template-columns:1fr auto calc(13% - .5rem)}"
    "section>.head>.result{display:contents}}"
    "@media(max-width:40rem){"
    "header{padding-block:1.5rem 1rem}h1{font-size:1.5rem}"
    ".figures{grid-template-columns:repeat(2,1fr)}"
    ".head{display:block}.result{margin-top:.3rem}"
    ".krs,.krs tbody,.krs tr,.krs th,.krs td{display:block;width:auto}"
    ".krs tr{display:grid;grid-template-columns:minmax(8rem,1fr) auto auto;gap:.1rem "
    ".75rem;align-items:baseline;padding:.6rem 0;"
    "border-top:1px solid var(--line)}"
    ".krs th,.krs td{padding:0;width:auto!important}"
    ".krs th.title{grid-column:1/-1;font-weight:600}"
    ".krs td.range{grid-column:1}.krs td.value{grid-column:2/-1}"
    ".krs td.bar{grid-column:1;align-self:center}"
    ".log,.log tbody,.log tr,.log td{display:block}.log thead{display:none}"
    ".log tr{padding:.4rem 0;border-top:1px solid var(--line)}.log td{padding:0}"
    ".log td:empty{display:none}.log td:first-child{font-weight:600}"
    ".krs col{display:none}"
    "dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.4rem}"
    ".kr{padding:.9rem}}"
    "@media print{"
    "@page{margin:18mm 16mm}"
    "body{background:#fff;font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "body>*{max-width:none;padding-inline:0}header{padding-top:0}"
    "h1,h2,h3,h4,.head,.head~p,thead{break-after:avoid}"
    "tr,.head,.about,.figures{break-inside:avoid}"
    "section>.krs,.krs tr:first-child{break-before:avoid}"
    "p,li{orphans:2;widows:2}a{text-decoration:none}"
    "details:not([open])>summary{display:none}"
    ".kr{margin-top:.75rem;padding:.6rem .8rem;background:none}svg.chart{margin-block:.2rem}}";

/* Where cycles are parts of the page, what they consist of is a level deeper and looks the same. */
static const char cycle_rules[] =
    ".cycle{padding-block:2rem .5rem;border-top-width:3px}"
    ".cycle>h2{font-size:1.5rem}.cycle>.figures{margin-block:1rem 1.5rem}"
    "h3{margin:0;font-size:1.2rem;line-height:1.3}"
    "h4{margin:0 0 .4rem;font-size:1.05rem;color:inherit}"
    "h5{margin:1rem 0 .3rem;font-size:.85rem;color:var(--dim)}"
    "@media print{h5{break-after:avoid}.kr h4{break-inside:avoid}}";

static void
append_color (GString *css, const char *name, const OkrColor *color)
{
  g_string_append_printf (css, "--%s:#%02x%02x%02x", name, (guint) lroundf (color->red * 255),
                          (guint) lroundf (color->green * 255),
                          (guint) lroundf (color->blue * 255));
  if (color->alpha < 1)
    g_string_append_printf (css, "%02x", (guint) lroundf (color->alpha * 255));
  g_string_append_c (css, ';');
}

static void
append_theme (GString *css, OkrPaletteTheme theme, gboolean is_paper)
{
  const OkrSceneColors *scene = okr_palette_get_scene (theme);
  const OkrColor track = okr_color_with_alpha (&scene->text, 0.13f);

  g_string_append (css, ":root{");
  append_color (css, "ground", is_paper ? &scene->card : &scene->ground);
  append_color (css, "card", &scene->card);
  append_color (css, "line", &scene->edge);
  append_color (css, "text", &scene->text);
  append_color (css, "dim", &scene->dim);
  append_color (css, "accent", &scene->accent);
  append_color (css, "track", &track);
  for (int i = OKR_STATUS_NOT_COUNTED; i <= OKR_STATUS_AT_RISK; i++)
    {
      const OkrStatusColors *colors = okr_palette_get_status (theme, (OkrStatus) i);
      g_autofree char *fill =
          g_strdup_printf ("%s-fill", okr_html_get_status_class ((OkrStatus) i));
      g_autofree char *text =
          g_strdup_printf ("%s-text", okr_html_get_status_class ((OkrStatus) i));

      append_color (css, fill, &colors->fill);
      append_color (css, text, &colors->text);
    }
  g_string_append_c (css, '}');
}

static void
append_statuses (GString *css)
{
  for (int i = OKR_STATUS_NOT_COUNTED; i <= OKR_STATUS_AT_RISK; i++)
    {
      const char *name = okr_html_get_status_class ((OkrStatus) i);

      g_string_append_printf (css, ".%s{color:var(--%s-text)}.%s .fill{fill:var(--%s-fill)}", name,
                              name, name, name);
    }
}

/* The colours are those of the window and of paper; whoever needs more contrast gets it. */
char *
okr_html_dup_style (gboolean has_cycles)
{
  GString *css = g_string_new (":root{color-scheme:light dark}");

  append_theme (css, OKR_PALETTE_LIGHT, FALSE);
  g_string_append (css, "@media(prefers-color-scheme:dark){");
  append_theme (css, OKR_PALETTE_DARK, FALSE);
  g_string_append (css, "}@media(prefers-contrast:more){");
  append_theme (css, OKR_PALETTE_LIGHT_HC, FALSE);
  g_string_append (css, "}@media(prefers-contrast:more)and (prefers-color-scheme:dark){");
  append_theme (css, OKR_PALETTE_DARK_HC, FALSE);
  g_string_append (css, "}@media print{");
  append_theme (css, OKR_PALETTE_LIGHT, TRUE);
  g_string_append_c (css, '}');
  append_statuses (css);
  g_string_append (css, rules);
  if (has_cycles)
    g_string_append (css, cycle_rules);

  return g_string_free (css, FALSE);
}

static gboolean
is_rtl_language (const char *language)
{
  int n_scripts = 0;
  const PangoScript *scripts =
      pango_language_get_scripts (pango_language_from_string (language), &n_scripts);

  return n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW);
}

/* That of the words that were found, whatever was asked for: the head of a catalogue tells. */
char *
okr_html_dup_language (gboolean *is_rtl)
{
  static const char key[] = "Language: ";
  /* Not a text to be translated: what stands for it is the head of the catalogue. */
  static const char no_text[] = "";
  const char *header = g_dgettext (GETTEXT_PACKAGE, no_text);
  const char *line = strstr (header, key);
  g_autofree char *language = NULL;

  g_assert (is_rtl != NULL);

  /* The words in the program are English. */
  language = line != NULL ? g_strndup (line + strlen (key), strcspn (line + strlen (key), "\n.@"))
                          : g_strdup ("en");
  g_strdelimit (language, "_", '-');
  *is_rtl = is_rtl_language (language);

  return g_steal_pointer (&language);
}
