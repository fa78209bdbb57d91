using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;
using PimBot.Bot.Actions;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Handlers;
using PimBot.Bot.Notifications;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot;

/// <summary>Puts the bot together.</summary>
public static class BotServices
{
    /// <summary>Needs the channel, the application's store and an <see cref="Verification.IVerificationLinks"/>.</summary>
    public static IServiceCollection AddPimBot(this IServiceCollection services) =>
        services
            .AddSingleton<ITurnHandler, RecordedTurns>()
            .AddSingleton<TurnRouter>()
            .AddSingleton<TextTurns>()
            .AddSingleton<Arrivals>()
            .AddSingleton<RequestCards>()
            .AddSingleton<NoticeReader>()
            .AddSingleton<ChatOpener>()
            .AddSingleton<IOutboxHandler, ReplyHandler>()
            .AddSingleton<IOutboxHandler, NoticeHandler>()
            .AddSingleton<IOutboxHandler, ChannelNoticeHandler>()
            .AddSingleton<IOutboxHandler, GroupNoteHandler>()
            .AddSingleton<IBackgroundPass, ForgetOldMemory>()
            .AddDialogs()
            .AddActions()
            .AddCommands();

    private static IServiceCollection AddDialogs(this IServiceCollection services) =>
        services
            .AddSingleton<RoleChoice>()
            .AddSingleton<ActivationDialog>()
            .AddSingleton<IDialogStep, WhenStep>()
            .AddSingleton<IDialogStep, JustificationStep>()
            .AddSingleton<IDialogStep, TicketStep>();

    private static IServiceCollection AddActions(this IServiceCollection services) =>
        services
            .AddSingleton<CardActions>()
            .AddSingleton<ICardActionHandler, SayAction>()
            .AddSingleton<ICardActionHandler, ApprovalActions>()
            .AddSingleton<ICardActionHandler, ShowApprovalAction>()
            .AddSingleton<ICardActionHandler, RequestActions>()
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
            .AddSingleton<ICommandHandler, UnknownHandler>();
}
