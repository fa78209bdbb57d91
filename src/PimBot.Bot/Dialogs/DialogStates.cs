using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Dialogs;

/// <summary>Keeps each person's dialog, one per conversation, in the store.</summary>
internal static class DialogStates
{
    /// <summary>Documents under this prefix are forgotten when they are old.</summary>
    public const string Prefix = "dialog/";

    public static async Task<ActivationDialogState?> ReadAsync(TurnContext context, CancellationToken cancellation)
    {
        if (await context.Work.Bot.ReadAsync(KeyOf(context), cancellation) is not { } json)
        {
            return null;
        }

        try
        {
            var state = JsonSerializer.Deserialize<ActivationDialogState>(json, JsonSerializerOptions.Web);
            return state?.Schema == ActivationDialogState.CurrentSchema ? state : null;
        }
        catch (JsonException)
        {
            // Written by another version: the person is asked anew.
            return null;
        }
    }

    /// <summary>There is one open question in a conversation: another dialog's is given up.</summary>
    public static async Task WriteAsync(
        TurnContext context,
        ActivationDialogState state,
        CancellationToken cancellation
    )
    {
        await AssignmentDialogStates.DeleteAsync(context, cancellation);
        await ReviewDialogStates.DeleteAsync(context, cancellation);
        await context.Work.Bot.WriteAsync(
            KeyOf(context),
            JsonSerializer.Serialize(state, JsonSerializerOptions.Web),
            cancellation
        );
    }

    public static Task DeleteAsync(TurnContext context, CancellationToken cancellation) =>
        context.Work.Bot.DeleteAsync(KeyOf(context), cancellation);

    private static string KeyOf(TurnContext context) =>
        $"{Prefix}{context.Person.Id}/{OutboxWriting.IdOf(context.Turn.Activity.Conversation!.Id!):N}";
}
