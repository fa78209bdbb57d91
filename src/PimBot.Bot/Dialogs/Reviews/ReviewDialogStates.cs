using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>Keeps each person's dialog about a review, one per conversation, in the store.</summary>
internal static class ReviewDialogStates
{
    private const string Prefix = DialogStates.Prefix + "review/";

    public static async Task<ReviewDialogState?> ReadAsync(TurnContext context, CancellationToken cancellation)
    {
        if (await context.Work.Bot.ReadAsync(KeyOf(context), cancellation) is not { } json)
        {
            return null;
        }

        try
        {
            var state = JsonSerializer.Deserialize<ReviewDialogState>(json, JsonSerializerOptions.Web);
            return state?.Schema == ReviewDialogState.CurrentSchema ? state : null;
        }
        catch (JsonException)
        {
            // Written by another version: the person is asked anew.
            return null;
        }
    }

    /// <summary>There is one open question in a conversation: another dialog's is given up.</summary>
    public static async Task WriteAsync(TurnContext context, ReviewDialogState state, CancellationToken cancellation)
    {
        await DialogStates.DeleteAsync(context, cancellation);
        await AssignmentDialogStates.DeleteAsync(context, cancellation);
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
