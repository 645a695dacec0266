# Installs the build into a folder of its own and builds and runs consumer/ against it.
#   cmake -DBUILD=... -DSCRATCH=... -DCONSUMER=... -DACCOUNTS=... -DCXX=... -DFLAGS=...
#         -DGENERATOR=... -P install_and_consume.cmake

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)
run(${CMAKE_COMMAND} -G ${GENERATOR} -S ${CONSUMER} -B ${SCRATCH}/build -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix -DCMAKE_CXX_COMPILER=${CXX}
    "-DCMAKE_CXX_FLAGS=${FLAGS}" -DCMAKE_BUILD_TYPE=Release)
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/consumer ${ACCOUNTS}/en.txt ${ACCOUNTS}/vi.txt)
run(${SCRATCH}/prefix/bin/tungse --version)
foreach(file bash-completion/completions/tungse zsh/site-functions/_tungse fish/vendor_completions.d/tungse.fish
             man/man1/tungse.1 man/man1/tungse-glossary-list.1)
  if(NOT EXISTS ${SCRATCH}/prefix/share/${file})
    message(FATAL_ERROR "share/${file} was not installed")
  endif()
endforeach()
file(REMOVE_RECURSE ${SCRATCH})
