using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace PimBot.Storage.Sqlite;

/// <summary>
/// Binds Microsoft.Data.Sqlite to the SQLite library of the operating system, which the system's vendor patches:
/// <c>libsqlite3.so.0</c> on Linux (Debian's and Ubuntu's package <c>libsqlite3-0</c>, Alpine's <c>sqlite-libs</c>),
/// <c>libsqlite3.dylib</c> on macOS, <c>winsqlite3.dll</c> on Windows 10 and later. It must be SQLite 3.35 or newer
/// (RETURNING, MATERIALIZED).
/// </summary>
/// <remarks>
/// Microsoft.Data.Sqlite 10 is compiled against SQLitePCLRaw.core 2.1, of which it uses only what 2.0.6 has, except
/// for loading extensions, which PimBot never does; a test compares the two assemblies' metadata. Where a bundle
/// with a current native library can be restored (SQLitePCLRaw.bundle_e_sqlite3 2.1.11 or later), reference
/// Microsoft.EntityFrameworkCore.Sqlite instead of its Core package and delete this file.
/// </remarks>
internal static class NativeSqlite
{
    private const string ManagedLibrary = "SQLitePCLRaw.core";
    private const string NativeLibraryName = "e_sqlite3";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must run before any code of Microsoft.Data.Sqlite.")]
    internal static void Bind()
    {
        AssemblyLoadContext.Default.Resolving += static (_, name) =>
            name.Name == ManagedLibrary ? typeof(raw).Assembly : null;
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            static (name, _, _) => name == NativeLibraryName ? NativeLibrary.Load(SystemLibrary()) : nint.Zero
        );
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
    }

    private static string SystemLibrary() =>
        OperatingSystem.IsWindows() ? "winsqlite3"
        : OperatingSystem.IsMacOS() ? "libsqlite3.dylib"
        : "libsqlite3.so.0";
}
