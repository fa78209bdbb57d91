using System.Globalization;
using PimBot.Application.Policies;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>A role's settings in words, with Edit for those who manage it.</summary>
internal static class SettingsCard
{
    private static readonly NotificationRecipient[] Recipients = Enum.GetValues<NotificationRecipient>();

    /// <param name="view">The settings.</param>
    /// <param name="saved">What has just been saved, in words; empty: nothing.</param>
    /// <param name="effect">Whom that concerns.</param>
    public static AdaptiveCard For(PolicyView view, IReadOnlyList<string>? saved = null, string? effect = null)
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"Settings of {view.Role.Name}")),
            CardParts.Subtle(
                view.IsDefault
                    ? CardText.Of($"{view.Scope.Name}. Microsoft’s published default: nobody changed them yet.")
                    : CardText.Of($"{view.Scope.Name}")
            ),
        };
        if (saved is { Count: > 0 })
        {
            body.Add(Saved(saved, effect));
        }

        body.AddRange([Section("Activation"), new FactSet { Facts = Activation(view) }]);
        body.AddRange([Section("Assignment"), new FactSet { Facts = Assignment(view.Policy) }]);
        body.Add(Section("Who is told"));
        body.AddRange(Matrix(view.Policy));
        body.AddRange(Further(view.Policy));
        return CardParts.Card(
            CardText.Of($"Settings of {view.Role.Name}: at most {Words.Duration(view.Policy.Activation.Maximum)}"),
            body,
            view.Right is AdministrationRight.Manage ? Buttons(view) : []
        );
    }

    private static Container Saved(IReadOnlyList<string> saved, string? effect)
    {
        var items = new List<AdaptiveElement>
        {
            new TextBlock { Text = CardText.Literal("Saved"), Weight = TextWeight.Bolder },
        };
        items.AddRange(saved.Select(s => new TextBlock { Text = CardText.Escaped(s), Spacing = Spacing.None }));
        if (effect is not null)
        {
            items.Add(new TextBlock { Text = CardText.Escaped(effect), Spacing = Spacing.Small });
        }

        return new Container { Style = ContainerStyle.Good, Items = items };
    }

    private static TextBlock Section(string title) => CardParts.RowHeading(CardText.Literal(title));

    private static List<Fact> Activation(PolicyView view)
    {
        var activation = view.Policy.Activation;
        var facts = new List<Fact>
        {
            new(CardText.Literal("Longest"), CardText.Of($"{Words.Duration(activation.Maximum)}")),
            new(CardText.Literal("Asked for"), CardText.Of($"{PolicyWords.Required(activation)}")),
        };
        if (!activation.Requires(ActivationRequirements.Approval))
        {
            facts.Add(new(CardText.Literal("Approval"), CardText.Literal("Not needed")));
            return facts;
        }

        facts.Add(
            new(
                CardText.Literal("Approval"),
                CardText.Escaped($"By {PolicyWords.Approvers(view.Approvers, view.Role.Kind)}")
            )
        );
        var reason = activation.IsDecisionReasonRequired ? "with a reason" : "a reason is optional";
        facts.Add(
            new(CardText.Literal("Decision"), CardText.Of($"Within {PolicyWords.Window(activation.Window)}, {reason}"))
        );
        if (activation.Channel is { } channel)
        {
            facts.Add(new(CardText.Literal("Asked in"), CardText.Of($"{channel.Name}")));
        }

        return facts;
    }

    private static List<Fact> Assignment(RolePolicy policy) =>
        [
            new(CardText.Literal("Eligible"), CardText.Of($"{PolicyWords.Longest(policy.Eligible)}")),
            new(CardText.Literal("To assign it"), CardText.Of($"{PolicyWords.Required(policy.Eligible)}")),
            new(CardText.Literal("Active"), CardText.Of($"{PolicyWords.Longest(policy.Active)}")),
            new(CardText.Literal("To assign it"), CardText.Of($"{PolicyWords.Required(policy.Active)}")),
        ];

    private static IEnumerable<ColumnSet> Matrix(RolePolicy policy) =>
        NotificationWords
            .Events.Select(about =>
                Row(
                    NotificationWords.Name(about),
                    [.. Recipients.Select(who => NotificationWords.Cell(policy.Notification(who, about)))],
                    isHead: false
                )
            )
            .Prepend(Row("When", [.. Recipients.Select(NotificationWords.Column)], isHead: true));

    private static ColumnSet Row(string name, IReadOnlyList<string> cells, bool isHead) =>
        new()
        {
            Spacing = Spacing.Small,
            Columns =
            [
                .. cells
                    .Prepend(name)
                    .Select(
                        (text, i) =>
                            new Column
                            {
                                Width = i == Recipients.Length ? "6" : "5",
                                Items =
                                [
                                    new TextBlock
                                    {
                                        Text = CardText.Literal(text),
                                        Size = TextSize.Small,
                                        IsSubtle = isHead ? true : null,
                                        Weight = isHead ? TextWeight.Bolder : null,
                                    },
                                ],
                            }
                    ),
            ],
        };

    private static IEnumerable<RichTextBlock> Further(RolePolicy policy) =>
        policy
            .Notifications.SelectMany(rule => rule.FurtherRecipients)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList()
            is { Count: > 0 } addresses
            ? [CardParts.Words("Also told", string.Join(", ", addresses))]
            : [];

    private static ActionExecute[] Buttons(PolicyView view) =>
        [
            Edit("Edit activation", SettingsSection.Activation, view),
            Edit("Edit assignment", SettingsSection.Assignment, view),
            Edit("Edit who is told", SettingsSection.NotifyActivation, view),
        ];

    private static ActionExecute Edit(string title, SettingsSection section, PolicyView view) =>
        CardParts.Button(title, Verbs.EditSettings, SettingsData.Of(view, section));
}
