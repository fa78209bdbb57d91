namespace PimBot.Bot.Dialogs;

/// <summary>What stands in the form's fields, as text.</summary>
internal sealed record ActivationForm(
    string? Duration = null,
    string? Start = null,
    string? Justification = null,
    string? Ticket = null
)
{
    public static readonly ActivationForm Empty = new();

    /// <summary>What a dialog has found out already.</summary>
    public static ActivationForm From(ActivationDialogState state, DateTimeOffset now) =>
        new(
            state.LengthFrom(now) is { } length ? $"{(int)length.TotalMinutes}" : null,
            state.Start?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            state.Justification,
            state.TicketNumber
        );
}
