using PimBot.Application.Exports;

namespace PimBot.Api.Answers;

/// <summary>Files as answers: the form in which one is asked for, and how the description names both.</summary>
internal static class ExportForm
{
    /// <exception cref="ApiProblemException">It is none.</exception>
    public static ExportFormat Of(string? format) =>
        ExportFormats.Find(format) ?? throw ApiProblemException.Bad("The format is csv or jsonl.", "?format");

    public static RouteHandlerBuilder ProducesFile(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<Stream>(StatusCodes.Status200OK, "text/csv", "application/jsonl");
}
