using System.Globalization;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Settings;

/// <summary>Makes settings of a filled form. Whether they are possible is judged by the use case.</summary>
internal static class SettingsFormReader
{
    private static readonly char[] AddressBreaks = [';', ',', ' ', '\n', '\r', '\t'];

    /// <param name="work">The unit of work.</param>
    /// <param name="before">The settings as they are; what the form does not ask stays.</param>
    /// <param name="form">What was filled in.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<SettingsProposal> ReadAsync(
        IPimUnitOfWork work,
        RolePolicy before,
        SettingsForm form,
        CancellationToken cancellation
    )
    {
        if (form.Section is SettingsSection.Activation)
        {
            return await ActivationAsync(work, before, form, cancellation);
        }

        return form.Section is SettingsSection.Assignment ? Assignment(before, form) : Notifications(before, form);
    }

    private static async Task<SettingsProposal> ActivationAsync(
        IPimUnitOfWork work,
        RolePolicy before,
        SettingsForm form,
        CancellationToken cancellation
    )
    {
        var problems = new List<string>();
        var needsApproval = form.IsOn(SettingsFields.Approval);
        var maximum = Duration(form[SettingsFields.Maximum], "the longest activation", problems);
        var window = needsApproval
            ? Duration(form[SettingsFields.Window], "the time for approvers", problems)
            : before.Activation.Window;
        var (approvers, unknown) = needsApproval
            ? await ApproverText.ReadAsync(work, form[SettingsFields.Approvers], cancellation)
            : ([], []);
        problems.AddRange(unknown);
        var context = form[SettingsFields.Verify] is SettingsFields.VerifyContext ? form[SettingsFields.Context] : null;
        if (form[SettingsFields.Verify] is SettingsFields.VerifyContext && context is null)
        {
            problems.Add("Give the authentication context’s id, c1 to c99.");
        }

        if (problems.Count > 0)
        {
            return new SettingsProposal(null, problems);
        }

        var activation = before.Activation with
        {
            Maximum = maximum!.Value,
            Require = Required(form, needsApproval),
            AuthenticationContext = context?.ToLowerInvariant(),
            Approvers = needsApproval ? [.. approvers.Union(Picked(form))] : [],
            Window = window!.Value,
            IsDecisionReasonRequired = needsApproval
                ? form.IsOn(SettingsFields.DecisionReason)
                : before.Activation.IsDecisionReasonRequired,
        };
        return new SettingsProposal(before with { Activation = activation }, []);
    }

    // Whether there are such people is judged with everything else.
    private static IEnumerable<ApproverReference> Picked(SettingsForm form) =>
        (form[SettingsFields.PickedApprovers] ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(ApproverText.Most)
            .Select(id => new ApproverReference { Person = new PersonId(id) });

    private static ActivationRequirements Required(SettingsForm form, bool needsApproval) =>
        When(form[SettingsFields.Verify] is SettingsFields.VerifyMfa, ActivationRequirements.Mfa)
        | When(form.IsOn(SettingsFields.Justification), ActivationRequirements.Justification)
        | When(form.IsOn(SettingsFields.Ticket), ActivationRequirements.Ticket)
        | When(needsApproval, ActivationRequirements.Approval);

    private static SettingsProposal Assignment(RolePolicy before, SettingsForm form)
    {
        var problems = new List<string>();
        var eligible = Limited(
            before.Eligible,
            form[SettingsFields.Eligible],
            "eligible assignments",
            Demanded(form, SettingsFields.EligibleMfa, SettingsFields.EligibleReason),
            problems
        );
        var active = Limited(
            before.Active,
            form[SettingsFields.Active],
            "active assignments",
            Demanded(form, SettingsFields.ActiveMfa, SettingsFields.ActiveReason),
            problems
        );
        return problems.Count > 0
            ? new SettingsProposal(null, problems)
            : new SettingsProposal(before with { Eligible = eligible, Active = active }, []);
    }

    private static ActivationRequirements Demanded(SettingsForm form, string mfa, string reason) =>
        When(form.IsOn(mfa), ActivationRequirements.Mfa)
        | When(form.IsOn(reason), ActivationRequirements.Justification);

    private static AssignmentPolicy Limited(
        AssignmentPolicy before,
        string? choice,
        string what,
        ActivationRequirements require,
        List<string> problems
    )
    {
        if (choice is SettingsFields.Permanent)
        {
            return before with { Maximum = null, Require = require };
        }

        if (
            !long.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes > DurationText.Longest.TotalMinutes
        )
        {
            problems.Add($"Choose how long {what} may last.");
            return before;
        }

        return new AssignmentPolicy { Maximum = TimeSpan.FromMinutes(minutes), Require = require };
    }

    private static SettingsProposal Notifications(RolePolicy before, SettingsForm form)
    {
        var about = SettingsFields.EventOf(form.Section);
        var rules = before.Notifications.Where(n => n.Event != about).ToList();
        foreach (var recipient in Enum.GetValues<NotificationRecipient>())
        {
            var old = before.Notification(recipient, about);
            var told = form[SettingsFields.Told(recipient)];
            var rule = old with
            {
                IsDefaultRecipientsEnabled = told is not SettingsFields.ToldNothing,
                IsCriticalOnly =
                    told is SettingsFields.ToldNothing ? old.IsCriticalOnly : told is SettingsFields.ToldCritical,
                FurtherRecipients =
                [
                    .. (form[SettingsFields.Further(recipient)] ?? "")
                        .Split(AddressBreaks, StringSplitOptions.RemoveEmptyEntries)
                        .Distinct(StringComparer.OrdinalIgnoreCase),
                ],
            };
            rules.Add(rule);
        }

        return new SettingsProposal(before with { Notifications = rules }, []);
    }

    private static TimeSpan? Duration(string? text, string what, List<string> problems)
    {
        switch (DurationText.Parse(text ?? ""))
        {
            case DurationReading.Understood understood:
                return understood.Duration;
            case DurationReading.Refused when text is null:
                problems.Add($"Give {what}, such as “1 hour 30 minutes”.");
                return null;
            default:
                problems.Add($"I could not read “{text}” as {what}. Write it such as “1 hour 30 minutes”.");
                return null;
        }
    }

    private static ActivationRequirements When(bool isOn, ActivationRequirements requirement) =>
        isOn ? requirement : ActivationRequirements.None;
}
