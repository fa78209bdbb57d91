namespace PimBot.Api;

/// <summary>Marks an endpoint as one of the API's, which the OpenAPI document describes.</summary>
internal sealed record ApiOperation;
