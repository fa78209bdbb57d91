using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary>A typed order to change what somebody has: finds it, and asks to confirm, with what follows in words.</summary>
internal static class ChangeTurn
{
    /// <summary>What the speaker manages; null: nothing, and that was said.</summary>
    public static async Task<IReadOnlyList<AdministeredRole>?> AdministeredAsync(
        TurnContext context,
        CancellationToken cancellation
    )
    {
        var administered = await AdministeredReader.ReadAsync(
            context.Work,
            context.Person.Id,
            AdministrationRight.Manage,
            cancellation
        );
        if (administered.Count > 0)
        {
            return administered;
        }

        OnlyAdministrators.Refuse(context);
        return null;
    }

    /// <summary>Asks to confirm a change of the one assignment that is meant, or which of several.</summary>
    public static async Task StartAsync(
        TurnContext context,
        AssignmentChange change,
        AssignmentAsked asked,
        string leading,
        string example,
        CancellationToken cancellation
    )
    {
        if (await AdministeredAsync(context, cancellation) is not { } administered)
        {
            return;
        }

        var roles = Offering.Names(administered.Select(a => a.Role));
        var groups = administered.SelectMany(a => a.Scopes).Where(s => s.Kind is ScopeKind.Group).Select(s => s.Name);
        var names = AskedNames.Read(asked, roles, leading, isAboutWho: true, [.. groups.Select(GroupNames.Named)]);
        if (names is { RoleText: null, Who: null })
        {
            Say(context, $"Say whose and which, such as “{example}”.");
            return;
        }

        var (found, problem) = await AssignmentFinder.FindAsync(context, administered, names, cancellation);
        if (problem is not null || found.Count == 0)
        {
            problem ??= await ThroughGroup.SayAsync(context, administered, names, cancellation);
            Say(context, problem ?? "There is no such assignment where you manage it.");
            return;
        }

        await ShowAsync(context, administered, change, asked, found, cancellation);
    }

    /// <summary>The card that asks to confirm, or to choose.</summary>
    public static async Task ShowAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> administered,
        AssignmentChange change,
        AssignmentAsked asked,
        IReadOnlyList<AssignmentView> found,
        CancellationToken cancellation
    )
    {
        foreach (var note in asked.Notes)
        {
            context.Say(note);
        }

        if (found is [var only])
        {
            var policy = await context.Work.Directory.PolicyAsync(only.Assignment.Access, cancellation);
            var form = new AssignmentChangeForm(
                change,
                Other: asked.Period is { } period
                    ? AssignmentText.Period(period, context.Now, context.Zone)
                    : asked.PeriodInReason,
                Reason: asked.Justification
            );
            context.Show(
                AssignmentChangeCard.For(
                    await GroupAccessReader.WithGroupsAsync(context.Work, only, cancellation),
                    policy,
                    form,
                    context.Zone,
                    asked.Fault,
                    await WizardReader.RoleAsync(context.Work, context.Person.Id, only.Assignment.Access, cancellation)
                ),
                AssignmentConsequences.Question(only, change)
            );
            return;
        }

        var page = new MembersPage
        {
            Heading = "Which of these?",
            Rows = [.. found.Take(MembersCard.Most)],
            All = found.Count,
            Managed = administered.SelectMany(a => a.Scopes.Select(s => new RoleScope(a.Role.Id, s.Id))).ToHashSet(),
            Only = change,
        };
        context.Show(MembersCard.For(page, context.Now, context.Zone), page.Heading);
    }

    public static void Say(TurnContext context, string sentence) =>
        context.Show(
            NoticeCard.For("Nothing has changed", sentence, CardParts.Command("Members", "members")),
            "Nothing has changed"
        );
}
