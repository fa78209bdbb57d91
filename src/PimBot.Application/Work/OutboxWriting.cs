using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Work;

/// <summary>How the application's own effects are put into the outbox: with ids that are the same for the same effect.</summary>
public static class OutboxWriting
{
    /// <summary>Owes a notice. One request, kind, person and version is one notice.</summary>
    public static void Tell(this IPimUnitOfWork work, NoticeKind kind, PersonId person, ActivationRequest about) =>
        work.Tell(kind, person, about.Id, OccasionOf(about));

    /// <summary>Tells one state of a request from another.</summary>
    public static string OccasionOf(ActivationRequest about) => $"{about.State}/{about.Version}";

    /// <summary>Owes a notice. <paramref name="occasion"/> tells repetitions of one kind apart.</summary>
    public static void Tell(
        this IPimUnitOfWork work,
        NoticeKind kind,
        PersonId person,
        RequestId request,
        string occasion
    )
    {
        var notice = new Notice(kind, person, request, occasion);
        work.Outbox.Enqueue(
            IdOf($"notice/{kind}/{person}/{request}/{occasion}"),
            OutboxKinds.Notice,
            OrderKeyOf(person),
            JsonSerializer.Serialize(notice, JsonSerializerOptions.Web)
        );
    }

    /// <summary>Owes a notice to a role's channel of approvers. One request, channel and version is one notice.</summary>
    public static void Tell(this IPimUnitOfWork work, ChannelNotice notice, ActivationRequest about) =>
        work.Outbox.Enqueue(
            IdOf($"channel-notice/{notice.Conversation}/{about.Id}/{notice.IsSettled}/{about.Version}"),
            OutboxKinds.ChannelNotice,
            OrderKeyOf(notice.Conversation),
            JsonSerializer.Serialize(notice, JsonSerializerOptions.Web)
        );

    /// <summary>Owes a notice of an assignment, by mail where it is for an address. <paramref name="occasion"/> tells repetitions of one kind apart.</summary>
    public static void Tell(this IPimUnitOfWork work, AssignmentNotice notice, string occasion)
    {
        var owed = notice with { Occasion = occasion };
        if (notice.Address is { } address)
        {
            work.Mail(new MailedNotice { Address = address, OfAssignment = owed });
            return;
        }

        var to = notice.Person?.ToString() ?? $"asked/{notice.Request}";
        work.Outbox.Enqueue(
            IdOf($"assignment-notice/{notice.Kind}/{to}/{notice.Assignment}/{notice.Request}/{occasion}"),
            OutboxKinds.AssignmentNotice,
            notice.Person is { } person ? OrderKeyOf(person) : Bounded(to),
            JsonSerializer.Serialize(owed, JsonSerializerOptions.Web)
        );
    }

    /// <summary>Owes a notice of an access review. One kind, person, review, item and occasion is one notice.</summary>
    public static void Tell(this IPimUnitOfWork work, ReviewNotice notice) =>
        work.Outbox.Enqueue(
            IdOf($"review-notice/{notice.Kind}/{notice.Person}/{notice.Review}/{notice.Item}/{notice.Occasion}"),
            OutboxKinds.ReviewNotice,
            OrderKeyOf(notice.Person),
            JsonSerializer.Serialize(notice, JsonSerializerOptions.Web)
        );

    /// <summary>Owes a mail. One address and occasion is one mail; mails to one address go in order.</summary>
    public static void Mail(this IPimUnitOfWork work, MailedNotice mail) =>
        work.Outbox.Enqueue(
            mail.Id,
            OutboxKinds.Mail,
            Bounded($"mail/{mail.Address.ToUpperInvariant()}"),
            JsonSerializer.Serialize(mail, JsonSerializerOptions.Web)
        );

    /// <summary>Owes the target what an active assignment gives at the moment of delivery.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="assignment">The assignment; it may be gone by then.</param>
    /// <param name="occasion">Tells repetitions apart.</param>
    public static void SyncAssignment(this IPimUnitOfWork work, Assignment assignment, string occasion)
    {
        var target = new TargetGrant(
            new GrantId(assignment.Id),
            assignment.Person,
            assignment.Access,
            assignment.Group
        );
        work.Outbox.Enqueue(
            IdOf($"{OutboxKinds.SyncAssignment}/{assignment.Id}/{occasion}"),
            OutboxKinds.SyncAssignment,
            OrderKeyOf(target),
            JsonSerializer.Serialize(target, JsonSerializerOptions.Web)
        );
    }

    /// <summary>Owes word of an alert. One person and the same incidents are one notice.</summary>
    public static void Tell(this IPimUnitOfWork work, AlertNotice notice) =>
        work.Outbox.Enqueue(
            notice.IdFor("chat"),
            OutboxKinds.AlertNotice,
            OrderKeyOf(notice.Person),
            JsonSerializer.Serialize(notice, JsonSerializerOptions.Web)
        );

    /// <summary>Owes the target the removal of what somebody else gave there, after what is owed of the same access already.</summary>
    public static void RemoveOutside(this IPimUnitOfWork work, OutsideRemoval removal)
    {
        var access = removal.Access;
        work.Outbox.Enqueue(
            IdOf($"{OutboxKinds.RemoveOutsideAccess}/{access.Id}/{work.Now.UtcTicks}"),
            OutboxKinds.RemoveOutsideAccess,
            OrderKeyOf(new TargetGrant(default, access.Person, access.Access, access.Group)),
            JsonSerializer.Serialize(removal, JsonSerializerOptions.Web)
        );
    }

    private static string OrderKeyOf(TargetGrant target) =>
        Bounded(
            $"access/{target.Person?.ToString() ?? $"group/{target.Group}"}/{target.Access.Role}/{target.Access.Scope}"
        );

    /// <summary>Messages to one group or channel are delivered in order.</summary>
    public static string OrderKeyOf(string conversation) => Bounded($"conversation/{conversation}");

    /// <summary>Messages to one person are delivered in order.</summary>
    public static string OrderKeyOf(PersonId person) => Bounded($"person/{person}");

    /// <summary>Owes the grant at the target.</summary>
    public static void EnsureGranted(this IPimUnitOfWork work, Grant grant) =>
        work.OweTarget(OutboxKinds.EnsureGranted, grant);

    /// <summary>Owes the removal at the target, after a grant of the same access that is still owed.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="grant">What is over.</param>
    /// <param name="occasion">Tells repetitions apart; null for the first.</param>
    public static void EnsureRevoked(this IPimUnitOfWork work, Grant grant, string? occasion = null) =>
        work.OweTarget(OutboxKinds.EnsureRevoked, grant, occasion);

    /// <summary>An id that is the same for the same text, and practically never for another.</summary>
    public static Guid IdOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static void OweTarget(this IPimUnitOfWork work, string kind, Grant grant, string? occasion = null)
    {
        var target = new TargetGrant(grant.Id, grant.Person, grant.Access);
        work.Outbox.Enqueue(
            IdOf($"{kind}/{grant.Id}{occasion}"),
            kind,
            OrderKeyOf(target),
            JsonSerializer.Serialize(target, JsonSerializerOptions.Web)
        );
    }

    private static string Bounded(string key) => key.Length <= 200 ? key : IdOf(key).ToString("N");
}
