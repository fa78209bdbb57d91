using System.Collections.Frozen;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Commands;

/// <summary>
/// Reads what follows "audit", "who had" and the like: labels such as <c>role:</c> and <c>since:</c>, spans of time in
/// words, and names of roles, people and places in any order.
/// </summary>
internal sealed class AuditTextReader
{
    private static readonly FrozenSet<string> Separators = Set("of for to at on in by with about from under below");
    private static readonly FrozenSet<string> Idle = Set(
        "the a an all any entries entry log events event please show me what happened was were has have had been do did done ever and request requests role access settings assignment assignments"
    );

    private static readonly Dictionary<string, AuditKind> Kinds = new(StringComparer.Ordinal)
    {
        ["activation"] = AuditKind.Activations,
        ["approval"] = AuditKind.Approvals,
        ["decision"] = AuditKind.Approvals,
        ["access"] = AuditKind.Access,
        ["grant"] = AuditKind.Access,
        ["assignment"] = AuditKind.Assignments,
        ["setting"] = AuditKind.Settings,
        ["policy"] = AuditKind.Settings,
        ["policie"] = AuditKind.Settings,
        ["administration"] = AuditKind.Administration,
        ["review"] = AuditKind.Reviews,
        ["alert"] = AuditKind.Alerts,
        ["notice"] = AuditKind.Notices,
        ["notification"] = AuditKind.Notices,
        ["other"] = AuditKind.Other,
    };

    private readonly TypedText typed;
    private readonly TextContext context;
    private readonly List<AuditPart> parts = [];
    private AuditAsked asked;
    private string before = "";
    private int from = -1;
    private int at;

    private readonly bool isExport;

    private AuditTextReader(CommandTail tail, AuditAsked start, bool isExport) =>
        (typed, context, at, asked, this.isExport) = (tail.Typed, tail.Context, tail.From, start, isExport);

    /// <summary>The kinds as people type them.</summary>
    public static IEnumerable<string> KindNames =>
        Enum.GetValues<AuditKind>().Select(kind => kind.ToString().ToLowerInvariant());

    /// <param name="tail">What follows the command's words.</param>
    /// <param name="start">What the command's words say by themselves.</param>
    /// <param name="isExport">Whether a copy is asked for, so that "csv" says in which form.</param>
    public static AuditAsked Read(CommandTail tail, AuditAsked start, bool isExport = false) =>
        new AuditTextReader(tail, start, isExport).Read();

    private AuditAsked Read()
    {
        while (at < typed.Tokens.Count)
        {
            Next();
        }

        EndPart(at);
        if (asked.Fault is null && asked.Span is { From: { } begin, Until: { } end } && begin >= end)
        {
            asked = asked with { Fault = "That span of time is empty: its end must come after its beginning." };
        }

        return asked with
        {
            Parts = [.. asked.Parts, .. parts],
        };
    }

    private void Next()
    {
        var token = typed.Tokens[at];
        if (typed.IsBreak(at))
        {
            EndPart(at);
            (before, at) = ("", at + 1);
        }
        else if (token.IsLabel && ReadLabel(token.Key))
        {
            before = "";
        }
        else if (FormatAt(at) is { } format)
        {
            EndPart(at);
            (asked, before, at) = (asked with { Format = format.Name }, "", format.Next);
        }
        else if (PastSpanScanner.Scan(typed, at, context) is { } span)
        {
            EndPart(at);
            Take(span);
        }
        else if (token.Kind is TokenKind.Word && (Separators.Contains(token.Key) || Idle.Contains(token.Key)))
        {
            ReadSmallWord(token.Key);
        }
        else if (token.Key is "eligible" && from < 0)
        {
            (asked, at) = (asked with { WithEligible = true }, at + 1);
        }
        else
        {
            from = from < 0 ? at : from;
            at++;
            if (IsGenitive(typed.Exactly(at - 1, at)))
            {
                EndPart(at);
            }
        }
    }

    // "Head of IT" and "Owner at Contoso" are cut; what they name is found out by whoever knows the names.
    private void ReadSmallWord(string key)
    {
        if (from >= 0 && Idle.Contains(key) && key is "and" or "role" or "access" or "request")
        {
            at++;
            return;
        }

        EndPart(at);
        before = Separators.Contains(key) ? key : before;
        at++;
    }

    private void EndPart(int end)
    {
        if (from >= 0)
        {
            var text = typed.Exactly(from, end);
            parts.Add(new AuditPart(before, WithoutGenitive(text)));
            (from, before) = (-1, "");
        }
    }

    private bool ReadLabel(string label)
    {
        switch (label)
        {
            case "role":
                asked = asked with { RoleText = Value() ?? asked.RoleText };
                return true;
            case "person" or "user" or "who":
                asked = asked with { PersonText = Value() ?? asked.PersonText };
                return true;
            case "by" or "actor":
                asked = asked with { ActorText = Value() ?? asked.ActorText };
                return true;
            case "for" or "subject" or "whom" or "target":
                asked = asked with { SubjectText = Value() ?? asked.SubjectText };
                return true;
            case "scope" or "at" or "place":
                asked = asked with { ScopeText = Value() ?? asked.ScopeText };
                return true;
            case "ticket":
                asked = asked with { Ticket = Value() ?? asked.Ticket };
                return true;
            case "kind" or "type" or "about":
                TakeKind(Value());
                return true;
            case "request":
                TakeRequest(Value());
                return true;
            case "format" or "as":
                asked = asked with { Format = Value()?.ToLowerInvariant() };
                return true;
            case "since" or "from" or "after" or "until" or "till" or "to" or "before" or "on" or "in" or "during":
                ReadTimeLabel(label);
                return true;
            default:
                return false;
        }
    }

    private void ReadTimeLabel(string label)
    {
        EndPart(at);
        if (PastSpanScanner.Scan(typed, at, context) is { } span)
        {
            Take(span);
            return;
        }

        Fail(
            $"I don’t understand the time after “{label}:”. Say a day such as 2026-10-05, “5 October” or “yesterday”."
        );
        _ = Value();
    }

    private void Take(ScannedSpan scanned)
    {
        at = scanned.Next;
        if (scanned.Fault is { } fault)
        {
            Fail(fault);
            return;
        }

        asked = asked with
        {
            Span = new PastSpan(scanned.Span.From ?? asked.Span.From, scanned.Span.Until ?? asked.Span.Until),
        };
    }

    private void TakeKind(string? text)
    {
        var name = text?.Trim().ToLowerInvariant() ?? "";
        if (Kinds.TryGetValue(name, out var kind) || Kinds.TryGetValue(name.TrimEnd('s'), out kind))
        {
            Add(AuditKinds.In(kind));
            return;
        }

        var action = Enum.GetValues<AuditAction>()
            .Where(a => string.Equals(a.ToString(), text, StringComparison.OrdinalIgnoreCase))
            .Take(1)
            .ToList();
        if (action.Count > 0)
        {
            Add(action);
            return;
        }

        Fail($"I know no such kind. The kinds are: {string.Join(", ", KindNames)}.");
    }

    private void Add(IEnumerable<AuditAction> actions) =>
        asked = asked with { Actions = [.. (asked.Actions ?? []).Union(actions).Order()] };

    private void TakeRequest(string? text)
    {
        if (Guid.TryParse(text, out var id))
        {
            asked = asked with { Request = new RequestId(id) };
            return;
        }

        Fail("After “request:” comes a request’s id, as the audit shows it.");
    }

    /// <summary>What stands after a label: a quoted text, or the words up to the next label, break or time.</summary>
    private string? Value()
    {
        EndPart(at);
        var start = ++at;
        if (start < typed.Tokens.Count && typed.Tokens[start].Kind is TokenKind.Quoted)
        {
            at++;
            return typed.Exactly(start, at);
        }

        while (
            !typed.IsBreak(at)
            && !(typed.Tokens[at].IsLabel && at > start)
            && (at == start || FormatAt(at) is null)
            && (at == start || PastSpanScanner.Scan(typed, at, context) is null)
        )
        {
            at++;
        }

        var text = typed.Exactly(start, at);
        return text.Length == 0 ? null : text;
    }

    /// <summary>"csv", "as jsonl" or "in csv" where nothing follows that belongs to it, and where a copy is asked for.</summary>
    private (string Name, int Next)? FormatAt(int index)
    {
        var word = !typed.IsBreak(index + 1) && typed.Tokens[index].Key is "as" or "in" ? index + 1 : index;
        var next = word + 1;
        return
            isExport
            && typed.Tokens[word] is { Kind: TokenKind.Word, IsLabel: false, Key: "csv" or "jsonl" or "ndjson" } token
            && (
                typed.IsBreak(next)
                || typed.Tokens[next].IsLabel
                || PastSpanScanner.Scan(typed, next, context) is not null
            )
            ? (token.Key is "csv" ? "csv" : "jsonl", next)
            : null;
    }

    private void Fail(string fault) => asked = asked with { Fault = asked.Fault ?? fault };

    private static string WithoutGenitive(string text) => IsGenitive(text) ? text[..^2] : text;

    private static bool IsGenitive(string text) =>
        text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
