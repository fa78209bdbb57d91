using PimBot.Application.Policies;
using PimBot.Bot.Settings;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>One section of a role's settings to be filled in: short enough for a telephone.</summary>
internal static class SettingsFormCard
{
    /// <param name="view">The settings as they are.</param>
    /// <param name="form">What stands in the fields.</param>
    /// <param name="problems">What is wrong with it; empty: nothing.</param>
    public static AdaptiveCard For(PolicyView view, SettingsForm form, IReadOnlyList<string>? problems = null)
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{CardText.Literal(Title(form.Section))}: {view.Role.Name}")),
            CardParts.Subtle(CardText.Of($"{view.Scope.Name}")),
        };
        if (problems is { Count: > 0 })
        {
            body.Add(Problems(problems));
        }

        body.AddRange(
            form.Section switch
            {
                SettingsSection.Activation => Activation(view, form),
                SettingsSection.Assignment => Assignment(form),
                _ => Notifications(form),
            }
        );
        return CardParts.Card(
            CardText.Of($"Say “settings {view.Role.Name} maximum 2h”, or “require approval by” and a name."),
            body,
            [
                CardParts.Button(
                    "Save",
                    Verbs.SubmitSettings,
                    SettingsData.Of(view, form.Section),
                    ActionStyle.Positive
                ),
                .. Others(view, form.Section),
                CardParts.Button("Back", Verbs.ShowSettings, CardData.Of(view.Policy.Access)) with
                {
                    AssociatedInputs = AssociatedInputs.None,
                },
            ]
        );
    }

    internal static string Title(SettingsSection section) =>
        section switch
        {
            SettingsSection.Activation => "Activation",
            SettingsSection.Assignment => "Assignment",
            SettingsSection.NotifyEligible => "Told when made eligible",
            SettingsSection.NotifyActive => "Told when made active",
            _ => "Told when activated",
        };

    internal static Container Problems(IReadOnlyList<string> problems) =>
        new()
        {
            Style = ContainerStyle.Attention,
            Items =
            [
                new TextBlock { Text = CardText.Literal("Not saved"), Weight = TextWeight.Bolder },
                .. problems.Select(p => new TextBlock { Text = CardText.Escaped(p), Spacing = Spacing.Small }),
            ],
        };

    private static IEnumerable<AdaptiveElement> Activation(PolicyView view, SettingsForm form)
    {
        yield return Text(form, SettingsFields.Maximum, "Longest activation", "For example: 1 hour 30 minutes", 60) with
        {
            IsRequired = true,
            ErrorMessage = "Say how long, such as 2 hours.",
        };
        yield return Choice(
            form,
            SettingsFields.Verify,
            "Proof of identity",
            [
                new InputChoice("Multi-factor authentication", SettingsFields.VerifyMfa),
                new InputChoice("An authentication context", SettingsFields.VerifyContext),
                .. MfaLockedRoles.Has(view.Role.Id)
                    ? (IEnumerable<InputChoice>)[]
                    : [new InputChoice("None", SettingsFields.VerifyNothing)],
            ]
        );
        if (MfaLockedRoles.Has(view.Role.Id))
        {
            yield return CardParts.Subtle(CardText.Literal("For this role it can’t be switched off."));
        }

        yield return Text(
            form,
            SettingsFields.Context,
            "Id of the authentication context, if one is asked for",
            "c1",
            20
        );
        yield return Toggle(form, SettingsFields.Justification, "Reason", "A reason is needed");
        yield return Toggle(form, SettingsFields.Ticket, "Ticket", "A ticket number is needed");
        yield return Toggle(form, SettingsFields.Approval, "Approval", "Somebody must approve");
        yield return Text(
            form,
            SettingsFields.Approvers,
            "Who approves: names or addresses, “group: …”, “role: …”, with semicolons",
            "Nobody named: Privileged Role and Global Administrators",
            SettingsFields.Longest
        ) with
        {
            IsMultiline = true,
            Placeholder =
                view.Role.Kind is Domain.Access.RoleKind.DirectoryRole
                    ? "Nobody named: Privileged Role and Global Administrators"
                    : "Name at least one",
        };
        yield return People(form);
        yield return Text(form, SettingsFields.Window, "Time for approvers", "24 hours", 60);
        yield return Toggle(form, SettingsFields.DecisionReason, "Their reason", "Approvers must give a reason");
    }

    private static IEnumerable<AdaptiveElement> Assignment(SettingsForm form) =>
        [
            Limit(form, SettingsFields.Eligible, "An eligible assignment lasts at most"),
            Toggle(form, SettingsFields.EligibleReason, "To make somebody eligible", "A reason is needed"),
            Toggle(
                form,
                SettingsFields.EligibleMfa,
                "Proof to make somebody eligible",
                "Multi-factor authentication is needed"
            ),
            Limit(form, SettingsFields.Active, "An active assignment lasts at most") with
            {
                Separator = true,
                Spacing = Spacing.Medium,
            },
            Toggle(form, SettingsFields.ActiveReason, "To make somebody active", "A reason is needed"),
            Toggle(
                form,
                SettingsFields.ActiveMfa,
                "Proof to make somebody active",
                "Multi-factor authentication is needed"
            ),
        ];

    private static IEnumerable<AdaptiveElement> Notifications(SettingsForm form) =>
        Enum.GetValues<NotificationRecipient>()
            .SelectMany(recipient =>
                new AdaptiveElement[]
                {
                    Choice(
                        form,
                        SettingsFields.Told(recipient),
                        Recipient(recipient),
                        [
                            new InputChoice("Told", SettingsFields.ToldAll),
                            new InputChoice("Only what must be acted upon", SettingsFields.ToldCritical),
                            new InputChoice("Not told", SettingsFields.ToldNothing),
                        ]
                    ),
                    Text(
                        form,
                        SettingsFields.Further(recipient),
                        $"Further addresses, with the {Column(recipient)}",
                        "soc@contoso.example; audit@contoso.example",
                        SettingsFields.Longest
                    ),
                }
            );

    private static string Recipient(NotificationRecipient recipient) =>
        recipient switch
        {
            NotificationRecipient.Administrators => "Administrators",
            NotificationRecipient.Requestor => "The holder",
            _ => "Approvers",
        };

    private static string Column(NotificationRecipient recipient) =>
        recipient switch
        {
            NotificationRecipient.Administrators => "administrators",
            NotificationRecipient.Requestor => "holder",
            _ => "approvers",
        };

    private static IEnumerable<ActionExecute> Others(PolicyView view, SettingsSection section) =>
        section is SettingsSection.Activation or SettingsSection.Assignment
            ? []
            : new[] { SettingsSection.NotifyActivation, SettingsSection.NotifyEligible, SettingsSection.NotifyActive }
                .Where(other => other != section)
                .Select(other =>
                    CardParts.Button(Title(other), Verbs.EditSettings, SettingsData.Of(view, other)) with
                    {
                        AssociatedInputs = AssociatedInputs.None,
                    }
                );

    /// <summary>For clients that find people by themselves; elsewhere names are typed.</summary>
    private static InputChoiceSet People(SettingsForm form) =>
        new()
        {
            Id = SettingsFields.PickedApprovers,
            Label = "Or find a further person",
            Placeholder = "Search for a person",
            Choices = [],
            Data = DataQuery.People,
            Style = ChoiceInputStyle.Filtered,
            // Directory ids only: never what a client sent in their place.
            Value = Guid.TryParse(form[SettingsFields.PickedApprovers], out var id) ? id.ToString() : null,
        };

    private static InputChoiceSet Limit(SettingsForm form, string id, string label)
    {
        var choices = PolicyWords
            .Periods.Select(p => new InputChoice(p.Name, SettingsForm.Choice(TimeSpan.FromDays(p.Days))))
            .Append(new InputChoice("Permanent is allowed", SettingsFields.Permanent))
            .ToList();
        // A limit of its own, set by file or API, stays choosable.
        if (form[id] is { } set && choices.TrueForAll(c => c.Value != set) && long.TryParse(set, out var minutes))
        {
            choices.Insert(0, new InputChoice(Words.Duration(TimeSpan.FromMinutes(minutes)), $"{minutes}"));
        }

        return Choice(form, id, label, choices);
    }

    private static InputChoiceSet Choice(
        SettingsForm form,
        string id,
        string label,
        IReadOnlyList<InputChoice> choices
    ) =>
        new()
        {
            Id = id,
            Label = label,
            Style = ChoiceInputStyle.Compact,
            Choices = choices,
            Value = choices.Any(c => c.Value == form[id]) ? form[id] : choices[0].Value,
            IsRequired = true,
            ErrorMessage = "Choose one.",
        };

    private static InputToggle Toggle(SettingsForm form, string id, string label, string title) =>
        new()
        {
            Id = id,
            Label = label,
            Title = title,
            Value = form.IsOn(id) ? SettingsForm.On : SettingsForm.Off,
        };

    private static InputText Text(SettingsForm form, string id, string label, string placeholder, int longest) =>
        new()
        {
            Id = id,
            Label = label,
            Placeholder = placeholder,
            MaxLength = longest,
            Value = CardParts.Typed(form[id], longest),
        };
}
