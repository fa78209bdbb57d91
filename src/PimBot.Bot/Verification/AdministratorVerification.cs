using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Verification;

/// <summary>
/// That an administrator proved by multi-factor authentication to be themselves, which some settings demand of whoever
/// assigns a role. A proof counts for 15 minutes, for everything that they do. It is obtained on the page where
/// requesters verify: its link names a question that was asked of one person, and carries no authority.
/// </summary>
public sealed class AdministratorVerification(IVerificationLinks links)
{
    /// <summary>Documents under these prefixes are forgotten when they are old.</summary>
    internal const string ProofPrefix = "verified/";
    internal const string QuestionPrefix = "verify-administrator/";

    /// <summary>How long a proof counts, and how long a link can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>Whether the person proved lately to be themselves.</summary>
    internal static Task<bool> IsVerifiedAsync(TurnContext context, CancellationToken cancellation) =>
        IsVerifiedAsync(context.Work, context.Person.Id, cancellation);

    /// <inheritdoc cref="IsVerifiedAsync(TurnContext, CancellationToken)"/>
    public static async Task<bool> IsVerifiedAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    ) =>
        await work.Bot.ReadAsync(ProofPrefix + person, cancellation) is { } json
        && Read<VerificationProof>(json) is { } proof
        && work.Now - proof.At < Lasts;

    /// <summary>Where the person verifies; null: this host has no way to verify.</summary>
    public async Task<Uri?> LinkForAsync(IPimUnitOfWork work, PersonId person, CancellationToken cancellation) =>
        (await AskAsync(work, new AdministratorQuestion(person, work.Now, false), cancellation))?.Page;

    /// <summary>Where the person signs in for a file; null: this host has no way to verify.</summary>
    internal Task<(Guid Ticket, Uri Page)?> ExportLinkAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    ) => AskAsync(work, new AdministratorQuestion(person, work.Now, false, IsForExport: true), cancellation);

    private async Task<(Guid Ticket, Uri Page)?> AskAsync(
        IPimUnitOfWork work,
        AdministratorQuestion question,
        CancellationToken cancellation
    )
    {
        var ticket = Guid.CreateVersion7(work.Now);
        if (links.For(ticket) is not { } link)
        {
            return null;
        }

        await KeepAsync(work, ticket, question, cancellation);
        return (ticket, link);
    }

    /// <summary>What was asked by the link with this ticket; null: nothing.</summary>
    public static async Task<AdministratorQuestion?> FindAsync(
        IPimUnitOfWork work,
        Guid ticket,
        CancellationToken cancellation
    ) =>
        await work.Bot.ReadAsync($"{QuestionPrefix}{ticket:N}", cancellation) is { } json
            ? Read<AdministratorQuestion>(json)
            : null;

    /// <summary>The person proved to be themselves. The question is answered, and they are told so in chat.</summary>
    public static async Task PassAsync(
        IPimUnitOfWork work,
        Guid ticket,
        AdministratorQuestion question,
        string method,
        CancellationToken cancellation
    )
    {
        var person = question.Person;
        if (question.IsForExport)
        {
            await KeepAsync(work, ticket, question with { IsAnswered = true }, cancellation);
            work.Audit.Append(Passed(person, $"export {method}"));
            return;
        }

        var proof = new VerificationProof(work.Now, method);
        await work.Bot.WriteAsync(
            ProofPrefix + person,
            JsonSerializer.Serialize(proof, JsonSerializerOptions.Web),
            cancellation
        );
        await KeepAsync(work, ticket, question with { IsAnswered = true }, cancellation);
        work.Audit.Append(Passed(person, $"administrator {method}"));
        var zone = (await PersonChats.FindAsync(work, person, cancellation))?.TimeZone ?? TimeZoneInfo.Utc;
        var text = $"You are verified until {Words.Clock(work.Now + Lasts, zone)}. Now repeat what you wanted to do.";
        ReplyHandler.Owe(
            work,
            OutboxWriting.IdOf($"verified/{ticket}"),
            person,
            new ReplyMessage(null, Outgoing.Text(text), Person: person)
        );
    }

    private static AuditEvent Passed(PersonId person, string detail) =>
        new()
        {
            Action = AuditAction.VerificationPassed,
            Actor = person,
            Subject = person,
            Detail = detail,
        };

    /// <summary>Records that a sign-in is no proof for this question.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="question">The question.</param>
    /// <param name="signedIn">Who signed in; null when it is nobody of this tenant.</param>
    /// <param name="detail">A code.</param>
    public static void NoteRefused(
        IPimUnitOfWork work,
        AdministratorQuestion question,
        PersonId? signedIn,
        string detail
    ) =>
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.VerificationFailed,
                Actor = signedIn,
                Subject = question.Person,
                Detail = $"administrator {detail}",
            }
        );

    private static Task KeepAsync(
        IPimUnitOfWork work,
        Guid ticket,
        AdministratorQuestion question,
        CancellationToken cancellation
    ) =>
        work.Bot.WriteAsync(
            $"{QuestionPrefix}{ticket:N}",
            JsonSerializer.Serialize(question, JsonSerializerOptions.Web),
            cancellation
        );

    private static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
}
