using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>
/// Where a reviewer stopped in a review. It is kept in the store and not in the card, so that they go on there on any
/// device.
/// </summary>
/// <param name="IsList">Whether they look at the list.</param>
/// <param name="Number">The item that is shown, or the first one of the list's page; 0: the first that has no answer.</param>
internal sealed record ReviewPlace(bool IsList, int Number)
{
    /// <summary>Documents under this prefix are forgotten when they are old.</summary>
    public const string Prefix = "review-place/";

    public static readonly ReviewPlace Start = new(IsList: false, 0);

    public static async Task<ReviewPlace> ReadAsync(
        IPimUnitOfWork work,
        ReviewId review,
        PersonId person,
        CancellationToken cancellation
    )
    {
        if (await work.Bot.ReadAsync(KeyOf(review, person), cancellation) is not { } json)
        {
            return Start;
        }

        try
        {
            return JsonSerializer.Deserialize<ReviewPlace>(json, JsonSerializerOptions.Web) ?? Start;
        }
        catch (JsonException)
        {
            // Written by another version: they begin at the first open answer.
            return Start;
        }
    }

    public Task WriteAsync(IPimUnitOfWork work, ReviewId review, PersonId person, CancellationToken cancellation) =>
        work.Bot.WriteAsync(
            KeyOf(review, person),
            JsonSerializer.Serialize(this, JsonSerializerOptions.Web),
            cancellation
        );

    private static string KeyOf(ReviewId review, PersonId person) => $"{Prefix}{review}/{person}";
}
