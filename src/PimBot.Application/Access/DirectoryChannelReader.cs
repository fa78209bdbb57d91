using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Reads where a role's approvers are asked besides their own chats.</summary>
internal static class DirectoryChannelReader
{
    private static readonly string[] Keys = ["conversation", "name", "insteadOfDirectMessages"];

    /// <summary>Null when there is none, or, with a fault, when it can't be accepted.</summary>
    public static ApproversChannel? Read(DirectoryCursor? at, ActivationRequirements? require)
    {
        if (at is null || DirectoryFields.Of(at, Keys) is not { } fields)
        {
            return null;
        }

        if (require?.HasFlag(ActivationRequirements.Approval) is false)
        {
            at.Fault("names a channel for approvals, but require does not contain approval");
        }

        var conversation = Conversation(fields.Required("conversation"));
        var name = fields.Required("name")?.Text(ApproversChannel.LongestName);
        var instead = fields.Optional("insteadOfDirectMessages")?.Flag();
        return conversation is null || name is null ? null : new(conversation, name, instead ?? false);
    }

    /// <summary>What people copy from Teams is a link, or the id of one thread: neither is the channel's id.</summary>
    private static string? Conversation(DirectoryCursor? at)
    {
        if (at?.Id(ApproversChannel.LongestConversation) is not { } id)
        {
            return null;
        }

        if (!id.Contains("://", StringComparison.Ordinal) && !id.Contains(";messageid=", StringComparison.Ordinal))
        {
            return id;
        }

        at.Fault(
            $"must be the conversation's id, such as 19:…@thread.tacv2, which PimBot says there when asked for help; not {DirectoryWords.Quote(id)}"
        );
        return null;
    }
}
