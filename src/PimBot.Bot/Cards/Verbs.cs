namespace PimBot.Bot.Cards;

/// <summary>The verbs of PimBot's cards. Kept for good: cards live for ever in the history.</summary>
internal static class Verbs
{
    /// <summary>Says a command, as if typed.</summary>
    public const string Say = "say";
    public const string ChooseRole = "role.choose";
    public const string SubmitRequest = "request.submit";
    public const string ShowRequest = "request.show";
    public const string CancelRequest = "request.cancel";
    public const string Approve = "approval.approve";
    public const string Deny = "approval.deny";
    public const string ShowApproval = "approval.show";
    public const string EndGrant = "grant.end";
    public const string ExtendGrant = "grant.extend";
    public const string OpenAssignmentForm = "assignment.form";
    public const string SubmitAssignment = "assignment.submit";
    public const string ShowMembers = "assignment.members";

    /// <summary>Asks whether an assignment shall be changed, in words; changes nothing.</summary>
    public const string AskChange = "assignment.ask";
    public const string ConfirmChange = "assignment.confirm";

    /// <summary>Leaves an assignment, or a role, as it is.</summary>
    public const string KeepAssignment = "assignment.keep";
    public const string ShowPending = "pending.show";
    public const string CancelAssignment = "assignment.cancelRequest";
    public const string CancelPending = "pending.cancel";
    public const string Elevate = "elevation.start";
    public const string EndElevation = "elevation.end";
    public const string ConfirmRolePermanent = "assignment.role-permanent";

    /// <summary>Shows what an administrator is asked to decide about an assignment; decides nothing.</summary>
    public const string ShowDecision = "assignment.decision";
    public const string ApproveAssignment = "assignment.approve";
    public const string DenyAssignment = "assignment.deny";

    /// <summary>A holder asks for more time, or to have it once more; the data names the assignment.</summary>
    public const string ExtendAssignment = "assignment.extend";
    public const string RenewAssignment = "assignment.renew";
    public const string AnswerDialog = "dialog.answer";
    public const string CancelDialog = "dialog.cancel";
    public const string ShowSettings = "settings.show";
    public const string EditSettings = "settings.edit";
    public const string SubmitSettings = "settings.submit";
    public const string SaveSettings = "settings.save";
    public const string ShowHolders = "dashboard.holders";
    public const string ShowAlerts = "alerts.show";
    public const string ScanAlerts = "alerts.scan";
    public const string ShowAlert = "alert.show";
    public const string DismissAlert = "alert.dismiss";
    public const string RestoreAlert = "alert.restore";

    /// <summary>Asks whether incidents shall be fixed, in words; changes nothing.</summary>
    public const string AskAlertFix = "alert.ask";
    public const string ConfirmAlertFix = "alert.fix";
    public const string EditAlert = "alert.edit";
    public const string SaveAlert = "alert.save";
    public const string OpenWizard = "wizard.open";
    public const string SetUp = "wizard.setup";
    public const string OpenWizardRole = "wizard.role";
    public const string ReviewWizard = "wizard.review";
    public const string ApplyWizard = "wizard.apply";

    /// <summary>Entries of the audit; the data holds what is wanted.</summary>
    public const string ShowAudit = "audit.show";
    public const string ShowAuditEntry = "audit.entry";
    public const string FilterAudit = "audit.filter";
    public const string SubmitAuditFilter = "audit.search";
    public const string ChartAudit = "audit.chart";
    public const string ExportAudit = "audit.export";

    /// <summary>Who held a role in a span of time; the data holds which.</summary>
    public const string ShowHoldings = "audit.holdings";
}
