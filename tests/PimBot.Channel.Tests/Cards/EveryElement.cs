using System.Text.Json.Nodes;
using PimBot.Channel.Cards;

namespace PimBot.Channel.Tests.Cards;

/// <summary>A card with every element, action and member that exists, for the golden file.</summary>
internal static class EveryElement
{
    public static AdaptiveCard Card() =>
        new()
        {
            FallbackText = CardText.Escaped("*Open* this in Teams."),
            Lang = "en",
            IsFullWidth = true,
            Refresh = new CardRefresh
            {
                Action = new ActionExecute
                {
                    Title = "Refresh",
                    Verb = "show",
                    Data = new JsonObject { ["id"] = "7" },
                },
                UserIds = ["29:alice", "29:bob"],
            },
            Body = [.. Texts(), .. Layout(), .. Inputs()],
            Actions = [.. Actions()],
        };

    private static IEnumerable<AdaptiveElement> Texts() =>
        [
            new TextBlock
            {
                Id = "title",
                Text = CardText.Literal("**Approve?**"),
                Size = TextSize.ExtraLarge,
                Weight = TextWeight.Bolder,
                Color = TextColor.Accent,
                FontType = FontType.Monospace,
                IsSubtle = false,
                Wrap = true,
                MaxLines = 3,
                HorizontalAlignment = HorizontalAlignment.Center,
                Style = TextBlockStyle.Heading,
                Spacing = Spacing.ExtraLarge,
                Separator = true,
                IsVisible = true,
            },
            new RichTextBlock
            {
                HorizontalAlignment = HorizontalAlignment.Left,
                Inlines =
                [
                    new TextRun
                    {
                        Text = "**inert** {{DATE(2026-03-01T12:00:00Z)}}",
                        Size = TextSize.Small,
                        Weight = TextWeight.Lighter,
                        Color = TextColor.Attention,
                        FontType = FontType.Default,
                        IsSubtle = true,
                        Italic = true,
                        Strikethrough = true,
                    },
                ],
            },
            new FactSet { Facts = [new Fact(CardText.Literal("Role"), CardText.Escaped("[Owner]"))] },
        ];

    private static IEnumerable<AdaptiveElement> Layout() =>
        [
            new Container
            {
                Id = "box",
                Style = ContainerStyle.Emphasis,
                Bleed = true,
                IsVisible = false,
                Items = [new TextBlock { Text = CardText.Literal("inside") }],
            },
            new ColumnSet
            {
                Style = ContainerStyle.Good,
                Columns =
                [
                    new Column
                    {
                        Id = "left",
                        Width = "auto",
                        Style = ContainerStyle.Warning,
                        VerticalContentAlignment = VerticalAlignment.Center,
                        Items = [new TextBlock { Text = CardText.Literal("left") }],
                    },
                    new Column { Width = "stretch", Items = [] },
                ],
            },
            new ActionSet { Actions = [new ActionToggleVisibility { Title = "More", TargetElements = ["box"] }] },
        ];

    private static IEnumerable<AdaptiveElement> Inputs() =>
        [
            new InputText
            {
                Id = "reason",
                Label = "Reason",
                IsRequired = true,
                ErrorMessage = "Say why.",
                Value = "x",
                Placeholder = "Why",
                IsMultiline = true,
                MaxLength = 500,
                Regex = ".+",
                Style = TextInputStyle.Text,
            },
            new InputNumber
            {
                Id = "hours",
                Label = "Hours",
                Value = 1.5m,
                Min = 0.5m,
                Max = 8,
                Placeholder = "Hours",
            },
            new InputDate
            {
                Id = "day",
                Label = "Day",
                Value = new DateOnly(2026, 3, 1),
                Min = new DateOnly(2026, 1, 1),
                Max = new DateOnly(2026, 12, 31),
                Placeholder = "Day",
            },
            new InputTime
            {
                Id = "time",
                Label = "Time",
                Value = new TimeOnly(14, 2),
                Min = new TimeOnly(0, 0),
                Max = new TimeOnly(23, 59),
                Placeholder = "Time",
            },
            new InputChoiceSet
            {
                Id = "role",
                Label = "Role",
                Choices = [new InputChoice("Owner", "1")],
                Value = "1",
                IsMultiSelect = false,
                Style = ChoiceInputStyle.Compact,
                Placeholder = "Role",
            },
            new InputToggle
            {
                Id = "sure",
                Label = "Sure?",
                Title = "I am sure",
                Value = "false",
            },
        ];

    private static IEnumerable<AdaptiveAction> Actions() =>
        [
            new ActionExecute
            {
                Id = "approve",
                Title = "Approve",
                Verb = "approve",
                Data = new JsonObject { ["id"] = "7" },
                Style = ActionStyle.Positive,
                Mode = ActionMode.Primary,
                Tooltip = "Approve the request",
                IsEnabled = true,
                AssociatedInputs = AssociatedInputs.Auto,
                Fallback = new ActionSubmit
                {
                    Title = "Approve",
                    Verb = "approve",
                    Data = new JsonObject { ["id"] = "7" },
                },
            },
            new ActionSubmit
            {
                Title = "Deny",
                Verb = "deny",
                Style = ActionStyle.Destructive,
                AssociatedInputs = AssociatedInputs.None,
            },
            new ActionOpenUrl
            {
                Title = "Ticket",
                Url = new Uri("https://contoso.example/INC-1234"),
                Mode = ActionMode.Secondary,
            },
            new ActionShowCard
            {
                Title = "Details",
                Card = new NestedCard
                {
                    Body = [new TextBlock { Text = CardText.Literal("details") }],
                    Actions = [new ActionExecute { Title = "End now", Verb = "end" }],
                },
            },
        ];
}
