using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Access;
using PimBot.Bot.Wizard;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>The people with one role, some at a time: keep each as they are, make them eligible, or remove them.</summary>
internal static class WizardRoleCard
{
    public const string PageKey = "page";

    /// <param name="role">The role and its holders.</param>
    /// <param name="page">From 0; one that no longer exists is the last.</param>
    /// <param name="chosen">What was chosen before.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="problem">What was wrong with the last click; null: nothing.</param>
    public static AdaptiveCard For(
        WizardRole role,
        int page,
        IReadOnlyDictionary<Guid, WizardStep> chosen,
        DateTimeOffset now,
        TimeZoneInfo zone,
        string? problem = null
    )
    {
        var pages = Math.Max(1, (role.Holders.Count + WizardChoices.PageSize - 1) / WizardChoices.PageSize);
        var shown = Math.Clamp(page, 0, pages - 1);
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Of($"{role.Role.Name}")) };
        body.Add(CardParts.Subtle(CardText.Literal(Summary(role, shown, pages, chosen.Count))));
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.AddRange(
            role.Holders.Skip(shown * WizardChoices.PageSize)
                .Take(WizardChoices.PageSize)
                .SelectMany(holder => Row(holder, chosen, now, zone))
        );
        return CardParts.Card(
            CardText.Of($"{role.Role.Name}: say “members {role.Role.Name}” to see who holds it."),
            body,
            Buttons(role, shown, pages, chosen)
        );
    }

    /// <summary>Data of a card about one page of one role.</summary>
    public static JsonObject DataOf(WizardRole role, int page)
    {
        var data = CardData.Of(role.Policy.Access);
        data[PageKey] = page.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    private static string Summary(WizardRole role, int page, int pages, int chosen)
    {
        var permanent = role.Holders.Count(h => WizardWords.IsStanding(h.Assignment));
        var eligible = role.Holders.Count(h => h.Assignment.Type is Domain.Access.AssignmentType.Eligible);
        var part = pages > 1 ? $" Page {page + 1} of {pages}." : "";
        var taken =
            chosen == 0 ? ""
            : chosen >= WizardChoices.Most
                ? $" {chosen} changes are chosen, and one card takes no more: review them first."
            : chosen == 1 ? " 1 change is chosen."
            : $" {chosen} changes are chosen.";
        return $"{permanent} permanent, {eligible} eligible.{part}{taken}";
    }

    private static IEnumerable<AdaptiveElement> Row(
        WizardHolder holder,
        IReadOnlyDictionary<Guid, WizardStep> chosen,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        yield return new InputChoiceSet
        {
            Id = WizardChoices.FieldOf(holder.Assignment.Id),
            Label = $"{SafeText.Clean(holder.Name, 80)}: {WizardWords.State(holder, now, zone)}",
            Style = ChoiceInputStyle.Compact,
            Choices = [.. Steps(holder).Select(s => new InputChoice(Name(s), s.ToString()))],
            Value = chosen.GetValueOrDefault(holder.Assignment.Id).ToString(),
            Spacing = Spacing.Medium,
            Separator = true,
        };
        if (WizardWords.Caution(holder) is { } caution)
        {
            yield return CardParts.Line(CardText.Literal(caution)) with
            {
                Color = TextColor.Warning,
            };
        }

        if (WizardWords.Note(holder) is { } note)
        {
            yield return CardParts.Subtle(CardText.Literal(note));
        }
    }

    private static IEnumerable<WizardStep> Steps(WizardHolder holder) =>
        holder.CanBecomeEligible
            ? [WizardStep.Keep, WizardStep.MakeEligible, WizardStep.Remove]
            : [WizardStep.Keep, WizardStep.Remove];

    private static string Name(WizardStep step) =>
        step switch
        {
            WizardStep.MakeEligible => "Make eligible",
            WizardStep.Remove => "Remove",
            _ => "Keep",
        };

    private static List<AdaptiveAction> Buttons(
        WizardRole role,
        int page,
        int pages,
        IReadOnlyDictionary<Guid, WizardStep> chosen
    )
    {
        // This page's fields say for themselves what is chosen here.
        var here = role
            .Holders.Skip(page * WizardChoices.PageSize)
            .Take(WizardChoices.PageSize)
            .Select(h => h.Assignment.Id)
            .ToHashSet();
        var elsewhere = chosen.Where(c => !here.Contains(c.Key)).ToDictionary();
        var buttons = new List<AdaptiveAction>();
        if (role.Holders.Count > 0)
        {
            buttons.Add(
                CardParts.Button(
                    "Review changes",
                    Verbs.ReviewWizard,
                    WizardChoices.AddTo(DataOf(role, page), elsewhere),
                    ActionStyle.Positive
                )
            );
        }

        if (page > 0)
        {
            buttons.Add(Turn("Previous page", role, page - 1, elsewhere));
        }

        if (page < pages - 1)
        {
            buttons.Add(Turn("Next page", role, page + 1, elsewhere));
        }

        buttons.Add(CardParts.Button("All roles", Verbs.OpenWizard) with { AssociatedInputs = AssociatedInputs.None });
        return buttons;
    }

    private static ActionExecute Turn(
        string title,
        WizardRole role,
        int page,
        IReadOnlyDictionary<Guid, WizardStep> elsewhere
    ) => CardParts.Button(title, Verbs.OpenWizardRole, WizardChoices.AddTo(DataOf(role, page), elsewhere));
}
