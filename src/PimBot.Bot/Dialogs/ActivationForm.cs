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
}
