using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>"Where?", among the scopes at which the speaker manages the role.</summary>
internal sealed class ScopeStep : IAssignmentStep
{
    public const string StepName = "assignment-scope";

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) => subject.Scope is null;

    public bool Mends(ReasonCode code) => code is ReasonCode.RoleDoesNotFitScope;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject)
    {
        var open = Offering.Of("Where?", Offering.Places(subject.Scopes));
        var named = state.PlaceInReason is { } place ? RoleNames.Named(place, Offering.Names(subject.Scopes)) : [];
        if (named.Count == 0)
        {
            return open;
        }

        // Where the places are a list to pick from, the one that was named stands on a button besides.
        var offers =
            open.Offers.Count > 0 ? open.Offers : named.Select(n => (n.Name, n.Key)).Take(Offering.MostButtons);
        return open with
        {
            Text = $"Where? Your reason ends with “{state.PlaceInReason}”: did you mean that?",
            Offers = [.. offers],
        };
    }

    /// <summary>Words for a place are looked up also where there is just one: they may name another.</summary>
    public string? Unread(AssignmentDialogState state) => state.PlaceText;

    public Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    ) => Task.FromResult(Answer(state, subject, text));

    /// <summary>The words that were not understood stay, so that no place is filled in for them later.</summary>
    public AssignmentDialogState Forget(AssignmentDialogState state) => state with { Scope = null };

    private static AssignmentAnswer Answer(AssignmentDialogState state, AssignmentSubject subject, string text)
    {
        if (subject.Scopes.Any(s => s.Id.Value == text))
        {
            return Accept(text);
        }

        return RoleNames.Match(text, Offering.Names(subject.Scopes)) switch
        {
            RoleMatch.Exact exact => Accept(exact.Role.Key),
            RoleMatch.Ambiguous several => AssignmentAnswer.AskWhich(
                Offering.Of(
                    "Which of these?",
                    Offering.Places(subject.Scopes.Where(s => several.Roles.Any(r => r.Key == s.Id.Value)))
                )
            ),
            _ => AssignmentAnswer.AskAgain("I know no place of that name where you manage this role."),
        };

        AssignmentAnswer Accept(string scope) =>
            AssignmentAnswer.Accept(state with { Scope = scope, PlaceText = null });
    }
}
