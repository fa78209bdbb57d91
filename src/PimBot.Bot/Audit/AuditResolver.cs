using PimBot.Application.Audit;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Audit;

/// <summary>Finds out which role, people and place the words of a question mean.</summary>
internal sealed class AuditResolver
{
    private const int LongestShown = 60;
    private const string AnyKind = "role, person or place";

    private readonly AuditCandidates candidates;
    private readonly AuditAsked start;
    private readonly bool isAboutHoldings;
    private AuditFilter filter;
    private AuditQuestion? question;
    private string? fault;

    private AuditResolver(TurnContext context, AuditCandidates candidates, AuditAsked asked, bool isAboutHoldings)
    {
        this.candidates = candidates;
        this.isAboutHoldings = isAboutHoldings;
        start = asked;
        fault = asked.Fault;
        filter = new AuditFilter
        {
            Person = asked.IsOwn ? context.Person.Id : null,
            Actions = asked.Actions,
            Ticket = asked.Ticket,
            Request = asked.Request,
            Since = asked.Span.From,
            Until = asked.Span.Until,
        };
    }

    /// <param name="context">The reader's turn.</param>
    /// <param name="asked">What was typed.</param>
    /// <param name="isAboutHoldings">Whether it is asked who held a role, so that a group's name means its members.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<AuditResolution> RunAsync(
        TurnContext context,
        AuditAsked asked,
        bool isAboutHoldings,
        CancellationToken cancellation
    )
    {
        var named = await AuditCandidates.ReadAsync(context, cancellation);
        var resolver = new AuditResolver(context, named, asked, isAboutHoldings);
        await resolver.ReadAsync(cancellation);
        return resolver.fault is { } fault ? new AuditResolution { Fault = fault }
            : resolver.question is { } question ? new AuditResolution { Question = question }
            : new AuditResolution { Filter = resolver.filter };
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        if (start.RoleText is { } role)
        {
            TakeRole(AuditCandidates.Match(role, candidates.Roles), role, start with { RoleText = null });
        }

        if (start.ScopeText is { } scope)
        {
            TakeScope(AuditCandidates.Match(scope, candidates.Scopes), scope, start with { ScopeText = null });
        }

        await LabelAsync(start.PersonText, start with { PersonText = null }, Person, cancellation);
        await LabelAsync(start.ActorText, start with { ActorText = null }, Actor, cancellation);
        await LabelAsync(start.SubjectText, start with { SubjectText = null }, Subject, cancellation);
        foreach (var part in start.Parts)
        {
            await PartAsync(part, cancellation);
        }
    }

    private async Task LabelAsync(string? text, AuditAsked others, Taking taking, CancellationToken cancellation)
    {
        if (text is not null)
        {
            Take(await candidates.PeopleAsync(text, cancellation), text, others, taking);
        }
    }

    // Whole names first: nobody called Owen is taken for an owner.
    private async Task PartAsync(AuditPart part, CancellationToken cancellation)
    {
        var others = start with { Parts = [.. start.Parts.Where(p => p != part)] };
        // One is "in" a group: a role of a similar name would answer about something else.
        var asksForGroup = isAboutHoldings && start is { RoleText: null, Parts.Count: 1 } && part.Before is "in";
        if (asksForGroup && await GroupAsync(part.Text, cancellation))
        {
            return;
        }

        if (part.Before is "at" or "in" or "on" or "under" or "below")
        {
            if (AuditCandidates.Match(part.Text, candidates.Scopes) is { Count: > 0 } places)
            {
                TakeScope(places, part.Text, others);
                return;
            }
        }

        if (Named(part.Text, asksForGroup) is { Count: > 0 } roles && part.Before is not "by")
        {
            TakeRole(roles, part.Text, others);
            return;
        }

        if (await candidates.PeopleAsync(part.Text, cancellation) is { Count: > 0 } people)
        {
            Take(people, part.Text, others, part.Before is "by" ? Actor : Person);
            return;
        }

        if (!asksForGroup && AuditCandidates.Match(part.Text, candidates.Roles) is { Count: > 0 } likely)
        {
            TakeRole(likely, part.Text, others);
        }
        else if (isAboutHoldings && await GroupAsync(part.Text, cancellation))
        {
            return;
        }
        else
        {
            TakeScope(
                AuditCandidates.Match(part.Text, candidates.Scopes),
                part.Text,
                others,
                asksForGroup ? "group" : AnyKind
            );
        }
    }

    private IReadOnlyList<NamedRole> Named(string text, bool asksForGroup) =>
        asksForGroup ? RoleNames.NamedInFull(text, candidates.Roles) : AuditCandidates.Named(text, candidates.Roles);

    private async Task<bool> GroupAsync(string text, CancellationToken cancellation)
    {
        var groups = (await candidates.GroupsAsync(text, cancellation)).Select(g => g.Id).ToHashSet();
        var scope = candidates.AllScopes.FirstOrDefault(s => s.Group is { } group && groups.Contains(group));
        var role = candidates.AllRoles.FirstOrDefault(r => r.Kind is RoleKind.GroupMember);
        if (scope is null || role is null)
        {
            return false;
        }

        filter = filter with { Role = role.Id, Scope = scope.Id };
        return true;
    }

    private void TakeRole(IReadOnlyList<NamedRole> found, string text, AuditAsked others) =>
        Take(
            found,
            text,
            others,
            new Taking(
                id => filter = filter with { Role = new RoleId(id) },
                (asked, id) => asked with { RoleText = id }
            )
        );

    private void TakeScope(IReadOnlyList<NamedRole> found, string text, AuditAsked others, string kind = AnyKind) =>
        Take(
            found,
            text,
            others,
            new Taking(
                id => filter = filter with { Scope = new ScopeId(id) },
                (asked, id) => asked with { ScopeText = id }
            ),
            kind
        );

    private void Take(
        IReadOnlyList<NamedRole> found,
        string text,
        AuditAsked others,
        Taking taking,
        string kind = AnyKind
    )
    {
        switch (found)
        {
            case []:
                fault ??= $"I know no {kind} “{SafeText.Clean(text, LongestShown)}” that you may ask about.";
                break;
            case [var only]:
                taking.Take(only.Key);
                break;
            default:
                question ??= new AuditQuestion(text, [.. found.Select(f => (f.Name, taking.Say(others, f.Key)))]);
                break;
        }
    }

    private Taking Person =>
        new(id => filter = filter with { Person = new PersonId(id) }, (asked, id) => asked with { PersonText = id });

    private Taking Actor =>
        new(id => filter = filter with { Actor = new PersonId(id) }, (asked, id) => asked with { ActorText = id });

    private Taking Subject =>
        new(id => filter = filter with { Subject = new PersonId(id) }, (asked, id) => asked with { SubjectText = id });

    /// <summary>What is done with the one that is meant.</summary>
    private sealed record Taking(Action<string> Take, Func<AuditAsked, string, AuditAsked> Say);
}
