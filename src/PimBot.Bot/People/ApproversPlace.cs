using PimBot.Domain.Access;

namespace PimBot.Bot.People;

/// <summary>Where the bot's memory of a request is by person, this stands for its channel of approvers.</summary>
internal static class ApproversPlace
{
    /// <summary>No person's id has a space in front.</summary>
    public static readonly PersonId Channel = new(" channel");
}
