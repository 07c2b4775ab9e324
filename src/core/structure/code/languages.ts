// How lines of each family of languages look, and which comments a family is sure to have.
import type { Syntax } from "./comments.ts";

export interface Language {
	/** Where its comments can be told for sure. */
	readonly comments: Syntax | null;
	/** Lines that hardly any prose has, and of which a program has `fewest`. */
	readonly signs: RegExp;
	readonly fewest: number;
	/** A line that is enough where every line is one of the language: a definition, an import. */
	readonly alone?: RegExp;
	/** Further lines that it consists of. */
	readonly lines: RegExp;
	/** The least share of such lines, `signs` among them; 0.7 if left out. */
	readonly share?: number;
	/** What the text holds for sure. */
	readonly sure?: RegExp;
}

/** Lines of code in whatever language: what they end with, assignments, calls, operators, closing brackets. */
export const anyCode =
	/[;{}([]\s*$|[\w)\]"'`],\s*$|^\s*[)}\]]+[,;)]*\s*$|^\s*(?:\w{1,20} )?[\w.$@%&*[\]"'-]{1,80}(?: ?: ?[\w.<>[\], |?"']{1,60})? ?(?::|[-+*/|&^%.?<>]{1,2})?= ?[^\s=]|^\s*[\w.$:>@-]{1,80}\(.*\)[;,:]?\s*$|[=!]==? |[)\w] (?:=>|->|&&|\|\||<-|\|>|%>%)(?: |$)|^\s*(?:return|else|end|try|break|continue)\b[;:{]?\s*$|^\s*return [^ ]+[;]?$/;

const braces: Language = {
	comments: "braces",
	signs:
		/[;{}]\s*$|^\s*[)}\]]+[,;)]*\s*$|^\s*(?:import .* from ["']|export (?:const|default|function|class|type|interface)\b|(?:const|let|var|val) \w+ = |func(?:tion)? \w+\(|#include [<"]|package \w+$|\w+(?:, \w+)* := )|=> .*[,(]?$/,
	fewest: 3,
	alone:
		/^\s*(?:(?:export |default |async |public |private |protected |static |pub )*(?:function\*?|fn|func|fun) ?\w*(?:<.*>)?\(.*\).*\{.*$|#include ?[<"]|(?:export )?(?:const|let|var) [\w{[].* = .*(?:;|=> ?[{(]?)$|import .* from ["'].*["'];?$|(?:(?:public|private|protected|static|abstract|final) )+[\w<>[\]]+ .*[{;]$)/,
	lines:
		/=>\s*$|^\s*(?:#\s?(?:include|define|undef|pragma|if|ifdef|ifndef|elif|else|endif)\b|import |export |package |use |using |namespace |func |fn |fun |function |def |class |struct |interface |enum |trait |impl |pub |public|private|protected|internal|static |final |abstract |override |async |const |let |var |val |type |template ?<|unsafe |extern |@\w+|\[\w[\w.]*(?:\(.*\))?\]\s*$|case\b.*:|default:|return\b|else\b|do\b|if\b ?\(|for\b ?\(|while ?\(|switch ?\(|catch ?\(|[?.:|&+]+ ?[\w'"`]|declare |\s(?:readonly )?\w+\??(?:\(.*\))?: \S+|throws? |where |extends |implements |<\/?[\w.]+)|\w\(.*[),]\s*$|^\s*["'`\w$.?]+: .*,\s*$|[,(]\s*$|^\s*["'`].*["'`][,;)+]*\s*$|^\s*\w+[,]?$|<\?php|\?>/,
};

const python: Language = {
	comments: "python",
	signs:
		/^\s*(?:(?:async )?def \w+ ?\(|class \w+(?:\(.*\))?:|from [.\w]+ import [\w(*]|import [\w.]+(?: as \w+)?(?:, [\w., ]+)?\s*(?:#.*)?$|if __name__|@[\w.]+(?:\(.*\))?$|elif .*:$|except\b.*:$|with .+ as \w+:$|for .+ in .+:$|[\w.]+ = (?:await )?[\w.]+\(.*|\w+\[["'].*\] ?= |%(?:matplotlib|load_ext|timeit)\b)/,
	fewest: 2,
	alone: /^(?:async )?def \w+ ?\(.*\)(?: ?-> ?.+)?:|^class \w+(?:\(.*\))?:$|^from [.\w]+ import [\w(*]/,
	lines:
		/^\s*(?:return\b|if .*:|else:|try:|finally:|while .*:|match .*:|case .*:|raise\b|pass$|del |global |nonlocal |lambda |yield\b|await |async |assert |print\(|[)}\]]+|\w+: [\w[\]., |"']+$|[rbfu]{0,2}["'].*["'][,)]*$|(?:and|or|not|for|if|else|in) .*|\.\w+\(|[!%]\w+ )|^\s*[\w.[\]"', ]+ ?[-+*/|&]?= ?\S|^\s*[\w.]+(?:\[.*\])?[.(].*[)\]]?$|[,(]\s*$|^\s*[\w.]+\s*$/,
};

const shell: Language = {
	comments: "shell",
	signs:
		/^#!.*\b(?:ba|z|da|k)?sh\b|^\s*(?:fi|done|esac)\b|; ?(?:then|do)$|^\s*(?:export [A-Za-z_]\w*=|if \[|elif \[|set -\w|\w+ ?\(\) ?\{|sudo |apt-get |npm (?:run|install|ci)\b|pip3? install|git (?:clone|checkout|commit|push|pull|add)\b|docker |kubectl |curl -|mkdir -p|cd [\w~./$"-]+$|echo ["'$])|["' ]\$\{?\w+[}"']|\$\(|<<-?["']?[A-Z]/,
	fewest: 2,
	lines:
		/^\s*(?:[A-Za-z_]\w*=|local |if |then$|else$|elif |for |do$|while |case |echo |cd |exit |return |source |\. |trap |read |shift|cat |rm |cp |mv |printf |function |[{}]\s*$|[\w./-]+ (?:-{1,2}\w|["'$/.\w-]+\s*$)|\$|;;|[\w*|"-]+\)\s*|\[ )|[|&\\]\s*$| \|\| | && /,
};

const sql: Language = {
	comments: "sql",
	signs:
		/^\s*(?:SELECT\b|INSERT INTO\b|UPDATE [\w."]+ SET\b|DELETE FROM\b|CREATE (?:OR REPLACE |UNIQUE |TEMP(?:ORARY)? |MATERIALIZED )*(?:TABLE|VIEW|INDEX|FUNCTION|PROCEDURE|TRIGGER|TYPE|SCHEMA|DATABASE|EXTENSION|ROLE|USER|SEQUENCE)\b|ALTER (?:TABLE|TYPE|ROLE|INDEX)\b|DROP (?:TABLE|VIEW|INDEX|TYPE|FUNCTION)\b|WITH (?:RECURSIVE )?\w+ (?:\([^)]*\) )?AS\b|FROM [\w."`]+|WHERE |(?:LEFT |RIGHT |INNER |OUTER |CROSS |FULL )*JOIN |GROUP BY|ORDER BY|HAVING |LIMIT \d|UNION\b|VALUES\b|PRIMARY KEY|BEGIN;|COMMIT;|GRANT |TRUNCATE |MERGE INTO|ON CONFLICT|RETURNING )/i,
	fewest: 2,
	lines:
		/^\s*(?:ON |AND |OR |SET |BEGIN|COMMIT|END|CASE|WHEN|THEN|ELSE|FOREIGN|CONSTRAINT|REFERENCES|DECLARE|RETURNS?\b|LANGUAGE|IF |LOOP|PERFORM|AS |IN |NOT |OFFSET|WINDOW|PARTITION|\$\w*\$|[()]|[\w."]+(?:,|$)|"?\w+"? (?:var)?(?:char|int|big|text|bool|date|time|num|dec|serial|uuid|json|real|float|double)\w*|[\w.]+\()|[,;(]\s*$|\bAS \w+/i,
};

/** Ordered by how sure they are where two fit equally well. */
export const languages: readonly Language[] = [
	{
		comments: null,
		signs:
			/^(?:FROM [\w./:${}-]+(?: AS \w+)?|(?:RUN|COPY|ADD|WORKDIR|ENV|EXPOSE|CMD|ENTRYPOINT|ARG|USER|VOLUME|LABEL|HEALTHCHECK|ONBUILD|SHELL) \S.*)$/,
		fewest: 3,
		lines: /^\s+\S|\\$/,
	},
	{
		comments: null,
		signs:
			/^\.PHONY:|^[\w./%$()-]+(?: [\w./%$()-]+)*::?(?: [\w./%$() -]*)?$|^[A-Z_]+ ?[:?+]?= |^\t@?\S|^(?:ifeq|ifneq|ifdef|endif|include)\b/,
		fewest: 3,
		lines: /^\t|\\$/,
		share: 0.9,
		sure: /\$[({]|^\.PHONY:|^[A-Z_]+ ?[:?]?= /m,
	},
	python,
	shell,
	sql,
	braces,
	// Ruby, Lua, Elixir
	{
		comments: null,
		signs:
			/^\s*(?:def (?:self\.)?\w+[?!=]?(?:\(.*\))?\s*(?:do)?$|class [A-Z][\w:]*(?: < [\w:]+)?$|module [A-Z][\w:]*$|defmodule |end[,)]*$|require(?:_relative)? ?\(?["']|attr_\w+ :|local (?:function )?\w+|function [\w.:]*\(.*\)$|.* do(?: \|.*\|)?$|.* then$|elseif |elsif |for .+ do$|[\w.]+ ?= ?function\(|(?:has_many|belongs_to|validates|before_action|scope) :)/,
		fewest: 3,
		lines:
			/^\s*(?:puts |print|if |unless |else|return\b|include |extend |raise |yield|rescue|ensure|begin|when |case |@\w|private$|alias |:\w+|\w+: |[A-Z]\w*\.\w|\w+[?!]?(?: [:\w"'@.]+,?)*$|until |repeat|while )|\|>|[:@]\w+,? /,
	},
	// R
	{
		comments: null,
		signs:
			/^\s*[\w.$]+(?:\[.*\])? <- \S|^\s*(?:library|require|source|suppressPackageStartupMessages)\(\w*|%>%|%in%|\|>$|\bfunction\(.*\) ?\{|~ \w+ \+/,
		fewest: 2,
		lines: /^\s*[\w.]+\(.*|^\s*[})]|[,+(]$|^\s*\w+ ?= ?\S/,
	},
	// Perl, PowerShell
	{
		comments: null,
		signs:
			/^\s*(?:use (?:strict|warnings|[A-Z]\w*(?:::\w+)*)\b.*;|my [$@%(]|sub \w+|foreach |package [\w:]+;|[$@%]\w+[\w.:>[\]{}'-]* ?[-+.]?= ?\S|param ?\(|(?:function )?(?:Get|Set|New|Write|Import|Export|Remove|Add|Start|Stop|Invoke|Test|ConvertTo|ConvertFrom|Select|Where|ForEach|Out|Install|Enable|Disable)-[A-Z]\w+|\[\w[\w.]*\]\s*\$|\} ?else|if \(\s*-?[!$(])|\| (?:Where|Select|ForEach|Sort|Format|Out|Measure)-[A-Z]\w+/,
		fewest: 2,
		lines: /^\s*(?:[})\]]|print|return|die |if |else|\[|-\w+ |\$)|[;{}|`,]\s*$/,
	},
	// Haskell, Elm, PureScript
	{
		comments: null,
		signs:
			/^\s*\w[\w']* :: \S|^module [A-Z][\w.]*.*|^import (?:qualified )?[A-Z][\w.]*(?: (?:as|hiding|\()|$)|^(?:data|newtype|type) [A-Z].* = |^(?:class|instance) .* where$|^\{-#|^\s*deriving\b|^\s*\| .* = |\bwhere$|= do$/,
		fewest: 2,
		lines:
			/^\s*(?:[|,({[\])]|let |in |where|if |then |else |case .* of|do$|\w[\w' ]* (?:=|<-|->) )|^\s+\S|^[a-z][\w']*(?: [\w'()_:[\],]+)* = /,
	},
	// Terraform, GraphQL, Prisma, Protocol Buffers, nginx
	{
		comments: null,
		signs:
			/^\s*(?:(?:resource|variable|provider|module|data|output|terraform|locals|backend|required_providers)(?: "[\w.-]+")* \{|(?:extend )?(?:type|input|enum|interface|query|mutation|subscription|fragment|schema|union|scalar|directive)\b.*(?:\{|\}|= .+|^\s*scalar \w+)|(?:model|datasource|generator|message|service|oneof|rpc)\b.*\{|\w+\s+\w+[?[\]]*(?:\s+@.*)|syntax = "proto|(?:server|location|upstream|http|events|map|if)\b.*\{|\w+(?:\(.*\))?: \[?[A-Z]\w*!?\]?!?$)|^\s*[\]}]+\s*$/,
		fewest: 2,
		lines:
			/[;{},]$|^\s*(?:\w+ += \S|\w+\s+[A-Z]\w*[?[\]!]*\s*$|@@\w+|\w+(?:\(.*\))?(?: @.*)?$|\.\.\.|[)}\]])|^\s*"[^"]*"$/,
		sure: /\{[ \t\r]*$/m,
	},
	// What Git ignores; what Python requires
	{
		comments: null,
		signs: /^(?:[!/.*]\S+|\S+\/)$/,
		fewest: 3,
		lines: /^(?!https?:)[\w*.!?[\]/+-]+$/,
		share: 1,
	},
	{
		comments: null,
		signs: /^[A-Za-z][\w.-]*(?:\[[\w,-]+\])? ?(?:==|>=|~=|<=|<|>|!=) ?\d[\w.*,<>=! ]*(?:;.*)?(?:\s+#.*)?$/,
		fewest: 2,
		lines: /^(?:-r |-e |--\w|[A-Za-z][\w.-]*(?:\[[\w,-]+\])?(?: @ \S+)?$)/,
		share: 1,
	},
];
