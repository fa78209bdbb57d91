using PimBot.Channel.Connector;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>What a group is owed when somebody there asked for something personal: the payload of <see cref="GroupNoteHandler"/>.</summary>
/// <param name="Reference">The group or channel, in a channel the thread.</param>
/// <param name="Person">Who asked.</param>
/// <param name="Name">How the group knows them.</param>
internal sealed record GroupNote(ConversationReference Reference, PersonId Person, string Name);
