using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using PimBot.Channel.Endpoint;
using PimBot.Channel.Json;

namespace PimBot.Api.Answers;

/// <summary>
/// A request's body, read strictly: plain JSON of at most <see cref="RequestBody.Limit"/> bytes, one object, no member
/// that is unknown or there twice, no half of a character, no reason that is too long.
/// </summary>
internal sealed record JsonBody<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <exception cref="ApiProblemException">It is not; the problem names the place.</exception>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context)
    {
        var (body, refusal) = await RequestBody.ReadAsync(context.Request);
        if (refusal is { } status)
        {
            throw new ApiProblemException(ApiProblem.Of(status));
        }

        if (!StrictJson.TryParseObject(body, out var document))
        {
            throw ApiProblemException.Bad(
                "The body must be one JSON object, without members that are there twice.",
                "$"
            );
        }

        using (document)
        {
            if (EmptyPlace(document.RootElement, "$") is { } place)
            {
                throw ApiProblemException.Bad("A list holds nothing in place of something.", place);
            }

            return new JsonBody<T>(Checked(Read(document)));
        }
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    // What is missing is left out; a list has no missing members.
    private static string? EmptyPlace(JsonElement element, string place) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element
                .EnumerateArray()
                .Select(
                    (item, i) =>
                        item.ValueKind is JsonValueKind.Null ? $"{place}[{i}]" : EmptyPlace(item, $"{place}[{i}]")
                )
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(member => EmptyPlace(member.Value, $"{place}.{member.Name}"))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static T Read(JsonDocument document)
    {
        try
        {
            return document.Deserialize<T>(ApiJson.Options)!;
        }
        catch (JsonException broken)
        {
            throw ApiProblemException.Bad(
                "A member of the body is unknown, missing, or of the wrong form. See place.",
                broken.Path ?? "$"
            );
        }
        catch (NotSupportedException broken)
        {
            throw ApiProblemException.Bad("The body's @odata.type is missing or unknown.", PlaceOf(broken));
        }
    }

    private static T Checked(T value)
    {
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(value, new ValidationContext(value), faults, validateAllProperties: true)
            ? value
            : throw ApiProblemException.Bad(
                faults[0].ErrorMessage!,
                $"$.{JsonNamingPolicy.CamelCase.ConvertName(faults[0].MemberNames.First())}"
            );
    }

    private static string PlaceOf(NotSupportedException broken) =>
        broken.Message.Split("Path: ") is [_, var rest, ..] ? rest.Split(" |")[0].TrimEnd('.') : "$";
}
