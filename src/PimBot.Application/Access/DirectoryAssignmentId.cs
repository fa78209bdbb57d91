using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Ids for assignments, which have none in the file.</summary>
internal static class DirectoryAssignmentId
{
    /// <summary>
    /// From what the file says, so that loading it again gives the same id. A moment that counts from the load enters
    /// as written. RFC 9562, version 8.
    /// </summary>
    public static Guid Of(
        PersonId? person,
        GroupId? group,
        RoleScope access,
        AssignmentType type,
        DirectoryPeriod period
    )
    {
        string?[] parts =
        [
            person?.Value,
            group?.Value,
            access.Role.Value,
            access.Scope.Value,
            type.ToString(),
            Written(period.Start),
            Written(period.End),
        ];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(Framed))));
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string? Written(DirectoryMoment? moment) =>
        moment is { } given ? given.Relative ?? given.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : null;

    // Length before text, and a mark for "absent": no two different contents have the same bytes.
    private static string Framed(string? part) =>
        part is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
}
