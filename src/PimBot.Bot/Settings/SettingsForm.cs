using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Application.Policies;
using PimBot.Bot.Cards;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Settings;

/// <summary>What stands in the fields of one section of a role's settings, as text by the fields' ids.</summary>
internal sealed record SettingsForm(SettingsSection Section, IReadOnlyDictionary<string, string> Values)
{
    public const string On = "true";
    public const string Off = "false";
    private const string FormKey = "form";

    /// <summary>Null: the field is empty.</summary>
    public string? this[string id] => Values.GetValueOrDefault(id);

    public bool IsOn(string id) => this[id] == On;

    /// <summary>What the settings say now.</summary>
    public static SettingsForm From(PolicyView view, SettingsSection section) =>
        new(
            section,
            section switch
            {
                SettingsSection.Activation => Activation(view),
                SettingsSection.Assignment => Assignment(view.Policy),
                _ => Notifications(view.Policy, SettingsFields.EventOf(section)),
            }
        );

    /// <summary>What somebody filled in.</summary>
    public static SettingsForm FromInputs(CardAction action, SettingsSection section) =>
        Read(section, id => action.Text(id)?.ReplaceLineEndings("; "));

    /// <summary>What a card keeps in its data; null where it keeps nothing.</summary>
    public static SettingsForm? FromData(CardAction action, SettingsSection section) =>
        action.Data.TryGetPropertyValue(FormKey, out var node) && node is JsonObject kept
            ? Read(
                section,
                id =>
                    kept.TryGetPropertyValue(id, out var value) && value?.GetValueKind() is JsonValueKind.String
                        ? value.GetValue<string>()
                        : null
            )
            : null;

    public SettingsForm With(string id, string? value)
    {
        var changed = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        if (value is null)
        {
            changed.Remove(id);
        }
        else
        {
            changed[id] = value;
        }

        return this with
        {
            Values = changed,
        };
    }

    /// <summary>For a card's data: what was typed, to be judged anew when it comes back.</summary>
    public JsonObject AddTo(JsonObject data)
    {
        var kept = new JsonObject();
        foreach (var (id, value) in Values)
        {
            kept[id] = JsonValue.Create(SafeText.Clean(value, SettingsFields.Longest));
        }

        data[FormKey] = kept;
        return data;
    }

    /// <summary>"2 hours" is what an approver of a form sees and types.</summary>
    public static string Text(TimeSpan duration) => Words.Duration(duration);

    /// <summary>A limit on assignments as a choice: whole minutes, or <see cref="SettingsFields.Permanent"/>.</summary>
    public static string Choice(TimeSpan? maximum) =>
        maximum is { } limit
            ? ((long)limit.TotalMinutes).ToString(CultureInfo.InvariantCulture)
            : SettingsFields.Permanent;

    private static SettingsForm Read(SettingsSection section, Func<string, string?> text) =>
        new(
            section,
            SettingsFields
                .Of(section)
                .Select(id => (Id: id, Value: text(id)))
                .Where(field => !string.IsNullOrWhiteSpace(field.Value))
                .ToDictionary(
                    field => field.Id,
                    field => field.Value!.Trim()[..Math.Min(field.Value!.Trim().Length, SettingsFields.Longest)],
                    StringComparer.Ordinal
                )
        );

    private static Dictionary<string, string> Activation(PolicyView view)
    {
        var activation = view.Policy.Activation;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SettingsFields.Maximum] = Text(activation.Maximum),
            [SettingsFields.Verify] =
                activation.AuthenticationContext is not null ? SettingsFields.VerifyContext
                : activation.Requires(ActivationRequirements.Mfa) ? SettingsFields.VerifyMfa
                : SettingsFields.VerifyNothing,
            [SettingsFields.Justification] = Flag(activation.Requires(ActivationRequirements.Justification)),
            [SettingsFields.Ticket] = Flag(activation.Requires(ActivationRequirements.Ticket)),
            [SettingsFields.Approval] = Flag(activation.Requires(ActivationRequirements.Approval)),
            [SettingsFields.Window] = PolicyWords.Window(activation.Window),
            [SettingsFields.DecisionReason] = Flag(activation.IsDecisionReasonRequired),
        };
        if (activation.AuthenticationContext is { } context)
        {
            values[SettingsFields.Context] = context;
        }

        if (view.Approvers.Count > 0)
        {
            values[SettingsFields.Approvers] = string.Join("; ", view.Approvers.Select(ApproverText.Write));
        }

        return values;
    }

    private static Dictionary<string, string> Assignment(RolePolicy policy) =>
        new(StringComparer.Ordinal)
        {
            [SettingsFields.Eligible] = Choice(policy.Eligible.Maximum),
            [SettingsFields.EligibleMfa] = Flag(policy.Eligible.Require.HasFlag(ActivationRequirements.Mfa)),
            [SettingsFields.EligibleReason] = Flag(
                policy.Eligible.Require.HasFlag(ActivationRequirements.Justification)
            ),
            [SettingsFields.Active] = Choice(policy.Active.Maximum),
            [SettingsFields.ActiveMfa] = Flag(policy.Active.Require.HasFlag(ActivationRequirements.Mfa)),
            [SettingsFields.ActiveReason] = Flag(policy.Active.Require.HasFlag(ActivationRequirements.Justification)),
        };

    private static Dictionary<string, string> Notifications(RolePolicy policy, NotificationEvents about)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var recipient in Enum.GetValues<NotificationRecipient>())
        {
            var rule = policy.Notification(recipient, about);
            values[SettingsFields.Told(recipient)] = rule switch
            {
                { IsDefaultRecipientsEnabled: false } => SettingsFields.ToldNothing,
                { IsCriticalOnly: true } => SettingsFields.ToldCritical,
                _ => SettingsFields.ToldAll,
            };
            if (rule.FurtherRecipients.Count > 0)
            {
                values[SettingsFields.Further(recipient)] = string.Join("; ", rule.FurtherRecipients);
            }
        }

        return values;
    }

    private static string Flag(bool isOn) => isOn ? On : Off;
}
