using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Activations;

/// <summary>
/// Owes word of activations to those whom the settings' matrix names, column <see cref="NotificationEvents.Activation"/>;
/// what each cell means stands in <c>ARCHITECTURE.md</c>.
/// </summary>
public static class ActivationWord
{
    /// <summary>
    /// What the requester is told besides the answers to what they do themselves: everything, only what they must act
    /// upon, or nothing. Their request's card shows its state in any case.
    /// </summary>
    public static async Task<NotificationRule> RequestorRuleAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        var facts = await ActivationFactsReader.ForNextStepAsync(work, request, cancellation);
        return facts.Policy.Notification(NotificationRecipient.Requestor, NotificationEvents.Activation);
    }

    /// <summary>Approvers are asked, each in their own chat unless the settings say that they find it by themselves, and in their channel.</summary>
    internal static void Asked(IPimUnitOfWork work, ActivationRequest request, RolePolicy policy)
    {
        var rule = policy.Notification(NotificationRecipient.Approvers, NotificationEvents.Activation);
        var channel = request.Policy.Activation.Channel;
        if (channel is not null)
        {
            work.Tell(new ChannelNotice(channel.Conversation, request.Id, IsSettled: false), request);
        }

        if (rule.IsDefaultRecipientsEnabled && channel is not { IsInsteadOfDirectMessages: true })
        {
            AskEach(work, request);
        }

        var occasion = OutboxWriting.OccasionOf(request);
        Mail(work, new RequestMail(NoticeKind.ApprovalAsked, request.Id, occasion), rule);
    }

    /// <summary>Asks every approver in their own chat.</summary>
    internal static void AskEach(IPimUnitOfWork work, ActivationRequest request)
    {
        foreach (var approver in request.Asked)
        {
            work.Tell(NoticeKind.ApprovalAsked, approver, request);
        }
    }

    /// <summary>Somebody activated a role. Nobody must act upon that, so who is told of what is critical only is not told.</summary>
    internal static async Task ActivatedAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        RolePolicy policy,
        CancellationToken cancellation
    )
    {
        const string Occasion = "activated";
        var administrators = policy.Notification(NotificationRecipient.Administrators, NotificationEvents.Activation);
        if (administrators is { IsDefaultRecipientsEnabled: true, IsCriticalOnly: false })
        {
            await AdministratorReader.TellAsync(work, NoticeKind.RoleActivated, request, Occasion, cancellation);
        }

        var requestor = policy.Notification(NotificationRecipient.Requestor, NotificationEvents.Activation);
        var rules = new[] { administrators, requestor }.Where(rule => !rule.IsCriticalOnly);
        Mail(work, new RequestMail(NoticeKind.RoleActivated, request.Id, Occasion), [.. rules]);
    }

    private static void Mail(IPimUnitOfWork work, RequestMail about, params NotificationRule[] rules)
    {
        foreach (var address in rules.SelectMany(r => r.FurtherRecipients).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            work.Mail(new MailedNotice { Address = address, OfRequest = about });
        }
    }
}
