using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>That an administrator is owed the digest of a week.</summary>
/// <param name="Person">To whom.</param>
/// <param name="Week">The Monday on which it is told, as <c>2026-03-09</c>.</param>
internal sealed record DigestNotice(PersonId Person, string Week);
