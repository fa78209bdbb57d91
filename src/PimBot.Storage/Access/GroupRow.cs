using PimBot.Domain.Access;

namespace PimBot.Storage.Access;

internal sealed class GroupRow
{
    public required GroupId Id { get; init; }

    public required string Name { get; set; }
}
