using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Bot.Actions;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Exports;
using PimBot.Bot.Handlers;
using PimBot.Bot.Notifications;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Channel.Turns;

namespace PimBot.Bot;

/// <summary>Puts the bot together.</summary>
public static class BotServices
{
    /// <summary>
    /// Needs the channel, the application's store, an <see cref="Verification.IVerificationLinks"/>, an
    /// <see cref="IMailSender"/> and <see cref="NotificationSettings"/>.
    /// </summary>
    public static IServiceCollection AddPimBot(this IServiceCollection services) =>
        services
            .AddSingleton<ITurnHandler, RecordedTurns>()
            .AddSingleton<TurnRouter>()
            .AddSingleton<TextTurns>()
            .AddSingleton<Arrivals>()
            .AddNotifications()
            .AddDialogs()
            .AddAssignments()
            .AddReviews()
            .AddActions()
            .AddCommands()
            .AddSettings()
            .AddAudit()
            .AddAlertCommands();

    private static IServiceCollection AddNotifications(this IServiceCollection services) =>
        services
            .AddSingleton<RequestCards>()
            .AddSingleton<NoticeReader>()
            .AddSingleton<AssignmentNoticeReader>()
            .AddSingleton<DigestReader>()
            .AddSingleton<AlertNoticeReader>()
            .AddSingleton<ChatOpener>()
            .AddSingleton<CardDelivery>()
            .AddSingleton<LooseCardDelivery>()
            .AddSingleton<MailFallback>()
            .AddSingleton<MailComposer>()
            .AddSingleton<IAuditAlarm, AuditAlarm>()
            .AddSingleton<IOutboxHandler, ReplyHandler>()
            .AddSingleton<IOutboxHandler, NoticeHandler>()
            .AddSingleton<IOutboxHandler, AssignmentNoticeHandler>()
            .AddSingleton<IOutboxHandler, ReviewNoticeHandler>()
            .AddSingleton<IOutboxHandler, ChannelNoticeHandler>()
            .AddSingleton<IOutboxHandler, GroupNoteHandler>()
            .AddSingleton<IOutboxHandler, DigestHandler>()
            .AddSingleton<IOutboxHandler, AlertNoticeHandler>()
            .AddSingleton<IOutboxHandler, MailHandler>()
            .AddSingleton<IBackgroundPass, WeeklyDigest>()
            .AddSingleton<IBackgroundPass, ForgetOldMemory>();

    private static IServiceCollection AddAlertCommands(this IServiceCollection services) =>
        services
            .AddSingleton<ICommandHandler, AlertHandler>()
            .AddSingleton<ICommandHandler, ScanHandler>()
            .AddSingleton<ICardActionHandler, AlertActions>()
            .AddSingleton<ICardActionHandler, AlertFixActions>();

    private static IServiceCollection AddSettings(this IServiceCollection services) =>
        services
            .AddSingleton<ICommandHandler, SettingsHandler>()
            .AddSingleton<ICommandHandler, DashboardHandler>()
            .AddSingleton<ICommandHandler, WizardHandler>()
            .AddSingleton<ICardActionHandler, SettingsActions>()
            .AddSingleton<ICardActionHandler, HoldersAction>()
            .AddSingleton<ICardActionHandler, WizardActions>();

    private static IServiceCollection AddAudit(this IServiceCollection services) =>
        services
            .AddSingleton<ExportLinks>()
            .AddSingleton<ICommandHandler, AuditHandler>()
            .AddSingleton<ICommandHandler, HoldingsHandler>()
            .AddSingleton<ICommandHandler, ExportAuditHandler>()
            .AddSingleton<ICardActionHandler, AuditActions>();

    private static IServiceCollection AddDialogs(this IServiceCollection services) =>
        services
            .AddSingleton<RoleChoice>()
            .AddSingleton<ActivationDialog>()
            .AddSingleton<IDialogStep, WhenStep>()
            .AddSingleton<IDialogStep, JustificationStep>()
            .AddSingleton<IDialogStep, TicketStep>();

    /// <summary>What administrators, and holders near the end of an assignment, say and click.</summary>
    private static IServiceCollection AddAssignments(this IServiceCollection services) =>
        services
            .AddSingleton<AdministratorVerification>()
            .AddSingleton<AssignmentDialog>()
            .AddSingleton<Wishes>()
            .AddSingleton<ICommandHandler, PendingHandler>()
            .AddSingleton<ICommandHandler, ExtendEligibilityHandler>()
            .AddSingleton<ICommandHandler, RenewHandler>()
            .AddSingleton<ICommandHandler, ElevateHandler>()
            .AddSingleton<ICommandHandler, EndElevationHandler>()
            .AddSingleton<ICardActionHandler, PendingActions>()
            .AddSingleton<ICardActionHandler, ElevationActions>()
            .AddSingleton<IAssignmentStep, RoleStep>()
            .AddSingleton<IAssignmentStep, ScopeStep>()
            .AddSingleton<IAssignmentStep, WhoStep>()
            .AddSingleton<IAssignmentStep, TypeStep>()
            .AddSingleton<IAssignmentStep, PeriodStep>()
            .AddSingleton<IAssignmentStep, ReasonStep>()
            .AddSingleton<IAssignmentStep, ConfirmStep>()
            .AddSingleton<ICommandHandler, AssignHandler>()
            .AddSingleton<ICommandHandler, RemoveHandler>()
            .AddSingleton<ICommandHandler, MakePermanentHandler>()
            .AddSingleton<ICommandHandler, ProlongHandler>()
            .AddSingleton<ICommandHandler, MembersHandler>()
            .AddSingleton<ICardActionHandler, AssignmentChangeActions>()
            .AddSingleton<ICardActionHandler, MembersActions>()
            .AddSingleton<ICardActionHandler, AssignmentFormActions>()
            .AddSingleton<ICardActionHandler, AssignmentDecisionActions>();

    /// <summary>Access reviews: to start, to answer, to administer.</summary>
    private static IServiceCollection AddReviews(this IServiceCollection services) =>
        services
            .AddSingleton<ICommandHandler, ReviewsHandler>()
            .AddSingleton<ICommandHandler, OpenReviewHandler>()
            .AddSingleton<ICommandHandler, StartReviewHandler>()
            .AddSingleton<ICardActionHandler, ReviewStartActions>()
            .AddSingleton<ICardActionHandler, ReviewPageActions>()
            .AddSingleton<ICardActionHandler, ReviewAnswerActions>()
            .AddSingleton<ICardActionHandler, ReviewAdministrationActions>()
            .AddSingleton<ICardActionHandler, ReviewExportActions>();

    private static IServiceCollection AddActions(this IServiceCollection services) =>
        services
            .AddSingleton<CardActions>()
            .AddSingleton<ICardActionHandler, SayAction>()
            .AddSingleton<ICardActionHandler, ApprovalActions>()
            .AddSingleton<ICardActionHandler, ShowApprovalAction>()
            .AddSingleton<ICardActionHandler, RequestActions>()
            .AddSingleton<ICardActionHandler, AssignmentRequestActions>()
            .AddSingleton<ICardActionHandler, GrantActions>()
            .AddSingleton<ICardActionHandler, FormActions>()
            .AddSingleton<ICardActionHandler, DialogActions>();

    private static IServiceCollection AddCommands(this IServiceCollection services) =>
        services
            .AddSingleton<ICommandHandler, HelpHandler>()
            .AddSingleton<ICommandHandler, MyRolesHandler>()
            .AddSingleton<ICommandHandler, ActivateHandler>()
            .AddSingleton<ICommandHandler, ExtendHandler>()
            .AddSingleton<ICommandHandler, EndHandler>()
            .AddSingleton<ICommandHandler, MyRequestsHandler>()
            .AddSingleton<ICommandHandler, CancelHandler>()
            .AddSingleton<ICommandHandler, ApprovalsHandler>()
            .AddSingleton<ICommandHandler, StatusHandler>()
            .AddSingleton<ICommandHandler, VerifyHandler>()
            .AddSingleton<ICommandHandler, UnknownHandler>();
}
