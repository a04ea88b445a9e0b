#pragma once

#include <string_view>

namespace mitjul {

/// The look of a report. `--c3` `--f3` `--t3`: a label's colour, the same thin, and what is legible on it. `--u1` …:
/// the colours of the lines under a piece, the one nearest to the text first.
inline constexpr std::string_view kReportStyle = R"css(
:root{--ink:#1d2126;--soft:#5d6670;--paper:#fff;--ground:#f5f6f8;--rule:#dfe3e8;--link:#1b5fa7;--mark:#fff3bf}
@media (prefers-color-scheme:dark){
:root{--ink:#e4e7eb;--soft:#9ba5b1;--paper:#1c1f24;--ground:#14161a;--rule:#343a42;--link:#8ab8ea;--mark:#4a4320}}
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);
font:16px/1.6 "Noto Sans KR","Noto Sans CJK KR","Malgun Gothic","Apple SD Gothic Neo",sans-serif;word-break:keep-all;
overflow-wrap:anywhere;display:grid;grid-template-columns:19rem minmax(0,1fr);grid-template-areas:"head head" "nav main"}
a{color:var(--link)}
header{grid-area:head;padding:1.6rem 2rem 1.2rem;border-bottom:1px solid var(--rule);background:var(--paper)}
h1{margin:0;font-size:1.5rem;line-height:1.3}
header p{margin:.2rem 0 0;color:var(--soft);font-size:.875rem}
nav{grid-area:nav;align-self:start;position:sticky;top:0;max-height:100vh;overflow:auto;padding:1.2rem 1rem 2rem 2rem;
font-size:.875rem}
nav h2{margin:1.4rem 0 .4rem;font-size:.8125rem;color:var(--soft);font-weight:600}
nav ol,nav ul{margin:0;padding:0;list-style:none}
nav li{display:flex;gap:.5rem;align-items:baseline;padding:.15rem 0}
nav li a,nav li .name{flex:1;min-width:0;text-decoration:none}
nav li a:hover{text-decoration:underline}
nav .sum{display:grid;grid-template-columns:1fr auto;gap:.15rem .5rem;margin:0}
nav .sum dt{color:var(--soft)} nav .sum dd{margin:0;font-weight:600;text-align:right}
.count{color:var(--soft);font-variant-numeric:tabular-nums}
.swatch{flex:none;width:.75rem;height:.75rem;border-radius:3px;background:var(--c);align-self:center}
.unused{opacity:.5}
main{grid-area:main;padding:1.2rem 2rem 4rem 1rem;min-width:0}
article{max-width:60rem;margin:0 0 1.6rem;padding:1.6rem 2rem 1.8rem;background:var(--paper);
border:1px solid var(--rule);border-radius:10px}
h2{margin:0;font-size:1.25rem;line-height:1.35}
.sub{margin:.2rem 0 0;color:var(--soft)}
.facts{margin:.35rem 0 0;color:var(--soft);font-size:.875rem}
.meta{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;margin:.8rem 0 0;font-size:.875rem}
.meta dt{color:var(--soft)} .meta dd{margin:0;white-space:pre-wrap}
.chips{display:flex;flex-wrap:wrap;gap:.35rem;margin:.9rem 0 0;padding:0;list-style:none;font-size:.8125rem}
.chips li,.tag{padding:.05rem .5rem;border-radius:4px;background:var(--f);border-left:3px solid var(--c)}
.text{margin:1.2rem 0 0;padding-top:1rem;border-top:1px solid var(--rule);font-size:1.0625rem;white-space:pre-wrap;
line-height:calc(1.75em + var(--lanes)*5px)}
.h{color:inherit;text-decoration:none;box-decoration-break:clone;-webkit-box-decoration-break:clone;
background-repeat:no-repeat;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.h:hover,.h:focus{outline:2px solid var(--link);outline-offset:1px;border-radius:2px}
.h[data-tag]::before{content:attr(data-tag);margin:0 .2em 0 .1em;padding:.1em .35em;border-radius:3px;
background:var(--c);color:var(--t);font-size:.65em;line-height:1;vertical-align:.25em;white-space:nowrap;
user-select:none;-webkit-user-select:none}
)css"
                                                 R"css(
.n1{padding-bottom:5px;background-image:linear-gradient(var(--f),var(--f)),linear-gradient(var(--u1),var(--u1));
background-position:0 0,0 100%;background-size:100% calc(100% - 5px),100% 3px}
.n2{padding-bottom:10px;background-image:linear-gradient(var(--f),var(--f)),linear-gradient(var(--u1),var(--u1)),
linear-gradient(var(--u2),var(--u2));background-position:0 0,0 calc(100% - 5px),0 100%;
background-size:100% calc(100% - 10px),100% 3px,100% 3px}
.n3{padding-bottom:15px;background-image:linear-gradient(var(--f),var(--f)),linear-gradient(var(--u1),var(--u1)),
linear-gradient(var(--u2),var(--u2)),linear-gradient(var(--u3),var(--u3));
background-position:0 0,0 calc(100% - 10px),0 calc(100% - 5px),0 100%;
background-size:100% calc(100% - 15px),100% 3px,100% 3px,100% 3px}
.n4{padding-bottom:20px;background-image:linear-gradient(var(--f),var(--f)),linear-gradient(var(--u1),var(--u1)),
linear-gradient(var(--u2),var(--u2)),linear-gradient(var(--u3),var(--u3)),linear-gradient(var(--u4),var(--u4));
background-position:0 0,0 calc(100% - 15px),0 calc(100% - 10px),0 calc(100% - 5px),0 100%;
background-size:100% calc(100% - 20px),100% 3px,100% 3px,100% 3px,100% 3px}
table{width:100%;margin:1.4rem 0 0;border-collapse:collapse;font-size:.875rem}
th{padding:.35rem .6rem .35rem 0;color:var(--soft);font-weight:600;text-align:left;border-bottom:1px solid var(--rule);
white-space:nowrap}
td{padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
td:first-child{color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
td.label{white-space:nowrap} td.quote{width:45%;white-space:pre-wrap}
td p{margin:0 0 .15rem} td p.short{display:inline-block;margin-right:1em} td .key{color:var(--soft);margin-right:.4em} td .value{white-space:pre-wrap}
tr:target td{background:var(--mark)}
.none{margin:1rem 0 0;color:var(--soft)}
@media (max-width:60rem){
body{display:flex;flex-direction:column}
nav{order:1;align-self:auto;position:static;max-height:none;padding:.4rem 1.2rem 1.2rem}
main{order:2;padding:.8rem} header{padding:1.2rem} article{padding:1.2rem}}
@page{margin:15mm 14mm 18mm;
@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#444}}
@media print{
:root{--ink:#000;--soft:#444;--paper:#fff;--ground:#fff;--rule:#bbb;--link:#000;--mark:#fff}
html{color-scheme:light;font-size:80%}
body{display:flex;flex-direction:column}
header,main,nav{padding-left:0;padding-right:0} header{border-bottom:2px solid #000}
nav{order:1;align-self:auto;position:static;max-height:none;columns:2;column-gap:2rem}
nav section{break-inside:avoid-column}
main{order:2} article{max-width:none;padding:0;border:0;break-before:page}
a{text-decoration:none} h2{break-after:avoid} tr{break-inside:avoid}
.swatch,.chips li,.tag{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

}  // namespace mitjul
