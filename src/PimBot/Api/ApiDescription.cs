using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PimBot.Api;

/// <summary>What the OpenAPI document says besides what the endpoints say themselves.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    public static void Set(OpenApiOptions options)
    {
        options.ShouldInclude = description =>
            description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                Describe(operation, context.Description.HttpMethod);
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                OnlyNumbers(schema);
                Durations(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            }
        );
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "PimBot",
            Version = "1.0",
            Description =
                "Privileged access just in time. Names, states and error codes are those of Microsoft Graph's privileged identity management; what Graph can't say is named @pimbot. Unknown members and query parameters are refused.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Bearer,
                BearerFormat = "JWT",
                Description = "A token of Microsoft Entra ID that an application got for a person (delegated access).",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
        ];
    }

    private static void Describe(OpenApiOperation operation, string? method)
    {
        if (method == HttpMethods.Patch)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "The ETag of what is changed, as it was read.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        }
    }

    private static void Durations(OpenApiSchema schema, Type type)
    {
        if (type == typeof(TimeSpan) || type == typeof(TimeSpan?))
        {
            (schema.Format, schema.Pattern) = ("duration", null);
        }
    }

    // The framework's own defaults would also take a number that is written as a text; the API does not.
    private static void OnlyNumbers(OpenApiSchema schema)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Integer) && type.HasFlag(JsonSchemaType.String))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }
    }
}
