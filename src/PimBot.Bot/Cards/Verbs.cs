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

    /// <summary>The list of reviews; the data may name where its page begins.</summary>
    public const string ShowReviews = "reviews.show";

    /// <summary>A review as its reviewer answers it, at the place where they stopped; decides nothing.</summary>
    public const string ShowReview = "review.show";

    /// <summary>The item before or after the one on the card.</summary>
    public const string TurnReview = "review.turn";
    public const string ReviewAsList = "review.list";
    public const string ReviewOneByOne = "review.single";
    public const string ReviewApprove = "review.approve";
    public const string ReviewDeny = "review.deny";
    public const string ReviewDontKnow = "review.dontknow";

    /// <summary>Answers of several items at once, from the list.</summary>
    public const string SaveAnswers = "review.save";
    public const string AskRecommended = "review.recommended";
    public const string TakeRecommended = "review.recommended.confirm";

    /// <summary>One question, to somebody about themselves; decides nothing.</summary>
    public const string ShowOwnQuestion = "review.own";
    public const string AnswerOwnQuestion = "review.own.answer";

    /// <summary>A review as an administrator sees it; decides nothing.</summary>
    public const string AdministerReview = "review.open";
    public const string ShowReviewResults = "review.results";
    public const string ExportReview = "review.export";
    public const string RemindReviewers = "review.remind";

    /// <summary>Asks whether a review shall be stopped, reset or applied, in words; changes nothing.</summary>
    public const string AskReviewChange = "review.ask";
    public const string ConfirmReviewChange = "review.confirm";
    public const string OpenReviewForm = "review.form";
    public const string SubmitReviewForm = "review.form.submit";
    public const string BeginReview = "review.begin";

    /// <summary>Begins the questions for a review that finds permanent administrators whom nobody needs.</summary>
    public const string FindNeedless = "review.needless";
}
